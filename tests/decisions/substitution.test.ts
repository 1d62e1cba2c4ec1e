import { locked } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  command,
  curator,
  happened,
  orlov,
  second,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const { page, period } = streams;
const office = { by: administrator };
const substitute = (account: string) =>
  command('AssignSubstitute', { journal: algebra, lesson: second, account, reason: null });

describe('a substitute', () => {
  it('T-30: teaches, and is named for one lesson (R-SCH-10)', () => {
    given(world(), office)
      .when(substitute(orlov))
      .thenRecords({ type: 'SubstituteAssigned', data: { lesson: second, account: orlov } });
    given(world(), office)
      .when(substitute(curator))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'teacher' } });
  });

  it('T-30: is named by an operator of substitutions too, and not by the teacher', () => {
    const past = world(withRole(idOf('operator'), 'substitutionOperator'));
    given(past, { by: idOf('operator') })
      .when(substitute(orlov))
      .thenRecords({ type: 'SubstituteAssigned' }, { right: 'substitutionOperator' });
    given(world()).when(substitute(orlov)).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('named twice changes nothing', () => {
    const past = world({
      [page]: [happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov })],
    });
    given(past, office).when(substitute(orlov)).thenNothingChanges();
  });

  it('is not named behind a lock', () => {
    given(world({ [period]: [locked()] }), office)
      .when(substitute(orlov))
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});
