import { attemptHandlers } from '../../projections/refused-attempts/apply.ts';
import { by, rowsOf } from '../support/folding.ts';
import { algebra, first, happened, ivanova, petrova } from '../support/world.ts';

describe('a refused attempt', () => {
  it('says who tried what and when, and which rule with which values said no', () => {
    const refused = happened('AttemptRefused', {
      command: 'RecordMark',
      code: 'EDIT_WINDOW_CLOSED',
      facts: { closedOn: '2024-09-23' },
      parameter: 'currentMark.editWindowDays',
      grantable: true,
      clause: '003 §3.3 L89',
      journal: algebra,
      lesson: first,
      student: ivanova,
      period: null,
    });
    const told = by(refused, { account: petrova }, { at: '2024-09-24T06:00:00.000Z' });
    expect(rowsOf(attemptHandlers, told)).toMatchObject([
      {
        position: 1n,
        attemptedAt: '2024-09-24T06:00:00.000Z',
        actor: petrova,
        command: 'RecordMark',
        code: 'EDIT_WINDOW_CLOSED',
        facts: { closedOn: '2024-09-23' },
        clause: '003 §3.3 L89',
        student: ivanova,
      },
    ]);
  });
});
