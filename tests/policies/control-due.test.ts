import { controlDue } from '../../src/policies/control-due.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';

describe('a control of the journals', () => {
  it.each([
    ['000', null],
    ['001', '2025-02-28'],
    ['002', '2025-02-28'],
    ['003', null],
    ['004', '2025-02-14'],
  ] as const)('D-14: that was done on 2025-01-31 is due again, at college %s, by %s', (preset, due) => {
    expect(controlDue(initialRegulation(preset).value('control.frequency'), '2025-01-31')).toBe(due);
  });
});
