import type { CommandNamed } from '../../src/decisions/register.ts';
import { students } from '../../src/decisions/folds/student.ts';
import { indebted, promoted } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import { PureLedger } from '../support/pure-ledger.ts';
import {
  administrator,
  algebra,
  command,
  curator,
  deputy,
  group,
  happened,
  ivanova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const { of } = streams;
const order = { number: '5-с', date: '2025-01-09' };
const asked = { by: deputy, on: '2025-01-09' };
const promote = (changes: Partial<CommandNamed<'PromoteGroup'>['data']> = {}) =>
  command('PromoteGroup', {
    group,
    promotion: 'semester',
    fromSemester: 1,
    order,
    ...changes,
  });
const moved = (student: string, conditional: boolean) =>
  ({ type: 'StudentPromoted', data: { student, conditional } }) as const;

describe('promoting a group', () => {
  it('T-34: moves the group and each of its students, all at once (R-PRM-01)', () => {
    given(world(), asked)
      .when(promote())
      .thenRecords(
        [
          {
            type: 'GroupPromoted',
            data: { fromSemester: 1, toSemester: 2, toYear: 1, students: 2, conditional: 0 },
          },
          moved(ivanova, false),
          moved(smirnov, false),
        ],
        { right: 'deputyDirector', rule: { parameter: 'promotion.groupRollover' } },
      );
  });

  it('T-34: moves a student in debt conditionally, and names the debts', () => {
    given(world({ [of(ivanova)]: [indebted()] }), asked)
      .when(promote())
      .thenRecords([
        { type: 'GroupPromoted', data: { conditional: 1 } },
        { type: 'StudentPromoted', data: { conditional: true, debts: [algebra] } },
        moved(smirnov, false),
      ]);
  });

  it('T-34: leaves the debt standing', () => {
    const ledger = new PureLedger(world({ [of(ivanova)]: [indebted()] }));
    expect(ledger.execute(asking(asked), promote()).accepted).toBe(true);
    expect([...ledger.state(students, ivanova).debts]).toMatchObject([[algebra, { cause: 'failed' }]]);
  });

  it('T-34: knows two rollovers: the year’s moves the year of study too', () => {
    const past = world({ [streams.group]: [promoted()] });
    given(past, asked)
      .when(promote({ promotion: 'year', fromSemester: 2 }))
      .thenRecords([
        { type: 'GroupPromoted', data: { toYear: 2, toSemester: 3 } },
        moved(ivanova, false),
        moved(smirnov, false),
      ]);
  });

  it('does not promote twice on a second click', () => {
    given(world({ [streams.group]: [promoted()] }), asked)
      .when(promote())
      .thenRefuses({ code: 'REVISION_CONFLICT', facts: { expected: 1, semester: 2 } });
  });

  it('T-33: leaves out who has left the group', () => {
    const left = happened('GroupLeft', { group, student: smirnov, until: '2025-01-08' });
    given(world({ [streams.group]: [left] }), asked)
      .when(promote())
      .thenRecords([{ type: 'GroupPromoted', data: { students: 1 } }, moved(ivanova, false)]);
  });

  it('ends with the sixth year', () => {
    const last = happened('GroupFormed', { group, name: 'С-21', year: 6, semester: 11 });
    given(world({ [streams.group]: [last] }), asked)
      .when(promote({ promotion: 'year', fromSemester: 11 }))
      .thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('is an act of the administration', () => {
    given(world(), { ...asked, by: curator })
      .when(promote())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { ...asked, by: administrator })
      .when(promote())
      .thenRecords([{ type: 'GroupPromoted' }, moved(ivanova, false), moved(smirnov, false)]);
    given(world(), asked)
      .when(promote({ group: algebra }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });
});
