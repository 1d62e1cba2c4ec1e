import type { CommandNamed } from '../../src/decisions/register.ts';
import { inDebt } from '../support/attestation-acts.ts';
import { given } from '../support/given.ts';
import {
  administrator,
  algebra,
  command,
  curator,
  deputy,
  ivanova,
  orlov,
  petrova,
  world,
} from '../support/world.ts';

const take = (changes: Partial<CommandNamed<'RecordDebtMeasure'>['data']> = {}) =>
  command('RecordDebtMeasure', {
    journal: algebra,
    student: ivanova,
    measure: 'consultation',
    on: '2025-01-20',
    note: 'Две консультации в неделю',
    ...changes,
  });
const later = { by: deputy, on: '2025-01-20' };

describe('a measure against an academic debt', () => {
  it('R-PA-16: is recorded with its day; what was agreed is sealed', () => {
    given(world(inDebt()), later)
      .when(take())
      .thenRecords(
        {
          type: 'DebtMeasureRecorded',
          data: { journal: algebra, student: ivanova, measure: 'consultation', on: '2025-01-20' },
          sealed: { note: 'Две консультации в неделю' },
        },
        { occurredOn: '2025-01-20', rule: { parameter: 'debt.recorded', clause: '003 §3.4 L113' } },
      );
  });

  it('R-PA-16: is recorded by the administration, by the group’s curator and by the teacher of the page', () => {
    for (const [by, right] of [
      [administrator, 'journalAdministrator'],
      [deputy, 'deputyDirector'],
      [curator, 'groupCurator'],
      [petrova, 'teacher'],
    ] as const)
      given(world(inDebt()), { ...later, by })
        .when(take({ note: null }))
        .thenRecords({ type: 'DebtMeasureRecorded' }, { right });
    given(world(inDebt()), { ...later, by: orlov })
      .when(take())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
  });

  it('needs a debt that stands, and a day of it', () => {
    given(world(), later)
      .when(take())
      .thenRefuses({ code: 'NOT_RECORDED', facts: { what: 'academicDebt' } });
    given(world(inDebt()), later)
      .when(take({ on: '2025-01-21' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(inDebt()), later)
      .when(take({ on: '2024-12-19' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { since: '2024-12-20' } });
  });
});
