import { initialRegulation } from '../../src/policies/regulation/regulation.ts';
import { mayBeDestroyed, retainedUntil } from '../../src/policies/retention.ts';

const bakal = initialRegulation('001').value('print.retention');
const archived = { archivedOn: '2025-07-10', writeOffAct: null };

describe('a bound journal', () => {
  it('T-53: is kept five years from its handing to the archive, not from the year it is about', () => {
    expect(retainedUntil(bakal, archived)).toBe('2030-07-10');
    expect(retainedUntil(bakal, { archivedOn: null })).toBeNull();
  });

  it('T-53, D-19: is destroyed by an act alone, never by time passing', () => {
    const act = { ...archived, writeOffAct: 'Акт № 3 от 15.07.2030' };
    expect(mayBeDestroyed(bakal, archived, '2040-01-01')).toBe(false);
    expect(mayBeDestroyed(bakal, act, '2030-07-10')).toBe(false);
    expect(mayBeDestroyed(bakal, act, '2030-07-11')).toBe(true);
  });

  it('D-19: is kept without end where no number of years is written', () => {
    for (const preset of ['000', '002', '003', '004'] as const)
      expect(retainedUntil(initialRegulation(preset).value('print.retention'), archived)).toBeNull();
  });
});
