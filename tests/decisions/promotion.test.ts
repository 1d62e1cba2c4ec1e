import type { CommandNamed } from '../../src/decisions/register.ts';
import { groups, membersOn } from '../../src/decisions/folds/group.ts';
import { isEnrolledOn, students } from '../../src/decisions/folds/student.ts';
import { concerned, promotions } from '../../src/decisions/promotion.ts';
import { indebted, promoted } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { PureLedger } from '../support/pure-ledger.ts';
import {
  administrator,
  algebra,
  autumn,
  college,
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
/** The page of algebra, on which a lesson was held, as if opened after a promotion. */
const opened = happened('GroupJournalOpened', { group, journal: algebra, period: autumn });
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

  it('T-34: does not move who is on academic leave; they belong to the group still', () => {
    const away = happened('AcademicLeaveGranted', {
      student: smirnov,
      group,
      from: '2024-11-01',
      until: '2025-10-31',
      order,
    });
    given(world({ [of(smirnov)]: [away] }), asked)
      .when(promote())
      .thenRecords([{ type: 'GroupPromoted', data: { students: 1 } }, moved(ivanova, false)]);
  });

  it('R-PRM-01: is an act of the deputy alone where the regulation says so (004 §4.6.2)', () => {
    const past = world({ [streams.regulation]: [happened('RegulationAdopted', { college, preset: '004' })] });
    given(past, { ...asked, by: administrator })
      .when(promote())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §4.6.2 L411-412' });
    given(past, asked)
      .when(promote())
      .thenRecords([{ type: 'GroupPromoted' }, moved(ivanova, false), moved(smirnov, false)], {
        rule: { clause: '004 §4.6.2 L411-412' },
      });
  });
});

describe('a look ahead at a promotion', () => {
  const outcomes = (ledger: PureLedger) => {
    const state = ledger.state(groups, group);
    const concerns = concerned(state, '2025-01-09');
    const states = concerns.map((student) => ledger.state(students, student));
    return promotions(group, concerns, states, '2025-01-09').map(({ student, outcome }) => [
      student,
      outcome,
    ]);
  };

  it('T-34: says for every student what would happen, and why', () => {
    const expelled = happened('StudentExpelled', { student: smirnov, group, on: '2024-12-20', order });
    const left = happened('GroupLeft', { group, student: smirnov, until: '2024-12-20' });
    const past = { [of(ivanova)]: [indebted()], [of(smirnov)]: [expelled], [streams.group]: [left] };
    expect(outcomes(new PureLedger(world(past)))).toEqual([
      [ivanova, 'conditional'],
      [smirnov, 'expelled'],
    ]);
  });

  it('tells leave, graduation and transfer apart', () => {
    const leave = { student: ivanova, group, from: '2025-01-01', until: '2025-12-31', order };
    const graduated = happened('StudentGraduated', { student: smirnov, group, on: '2024-12-20', order });
    const left = happened('GroupLeft', { group, student: smirnov, until: '2024-12-20' });
    const onLeave = { [of(ivanova)]: [happened('AcademicLeaveGranted', leave)] };
    expect(
      outcomes(new PureLedger(world({ ...onLeave, [of(smirnov)]: [graduated], [streams.group]: [left] }))),
    ).toEqual([
      [ivanova, 'onLeave'],
      [smirnov, 'graduated'],
    ]);
    const to = idOf('another group');
    const transferred = happened('StudentTransferred', {
      student: smirnov,
      from: group,
      to,
      on: '2024-12-21',
      order,
    });
    expect(
      outcomes(new PureLedger(world({ [of(smirnov)]: [transferred], [streams.group]: [left] }))),
    ).toContainEqual([smirnov, 'transferred']);
  });
});

describe('the annulment of a group’s movement', () => {
  const annul = (ledger: PureLedger, changes: Partial<CommandNamed<'AnnulGroupMovement'>['data']> = {}) =>
    ledger.execute(
      asking(asked),
      command('AnnulGroupMovement', {
        group,
        movement: ledger.state(groups, group).movements.at(-1)?.id ?? '',
        order,
        reason: 'Не та группа',
        ...changes,
      }),
    );

  it('D-20: undoes a promotion for each of its students; both stay in history', () => {
    const ledger = new PureLedger(world());
    ledger.execute(asking(asked), promote());
    const decision = annul(ledger);
    expect(decision.accepted && decision.writes.flatMap(({ events }) => events)).toMatchObject([
      { type: 'GroupMovementAnnulled', data: { kind: 'promotion', year: 1, semester: 1 } },
      { type: 'StudentMovementAnnulled', data: { student: ivanova, kind: 'promotion' } },
      { type: 'StudentMovementAnnulled', data: { student: smirnov, kind: 'promotion' } },
    ]);
    expect(ledger.state(groups, group)).toMatchObject({ semester: 1, movements: [] });
    expect(ledger.state(students, ivanova).promotions).toEqual([]);
    expect(ledger.execute(asking(asked), promote()).accepted).toBe(true);
  });

  it('undoes a graduation, and all who graduated with it study on', () => {
    const ledger = new PureLedger(world());
    ledger.execute(
      asking(asked),
      command('GraduateGroup', { group, fromSemester: 1, on: '2025-01-08', order }),
    );
    expect(membersOn(ledger.state(groups, group), '2025-01-10')).toEqual([]);
    expect(annul(ledger).accepted).toBe(true);
    expect(membersOn(ledger.state(groups, group), '2025-01-10')).toEqual([ivanova, smirnov]);
    expect(isEnrolledOn(ledger.state(students, ivanova), '2025-01-10')).toBe(true);
  });

  it('waits until nothing rests on it: a later movement, or lessons on pages opened since', () => {
    const ledger = new PureLedger(world());
    ledger.execute(asking(asked), promote());
    const [first] = ledger.state(groups, group).movements;
    ledger.execute(asking(asked), promote({ fromSemester: 2 }));
    expect(annul(ledger, { movement: first?.id ?? '' })).toMatchObject({
      refusal: { code: 'LATER_MOVEMENT', facts: { kind: 'promotion' } },
    });
    const used = new PureLedger(world({ [streams.group]: [promoted(), opened] }));
    expect(annul(used)).toMatchObject({ refusal: { code: 'ENTRIES_REMAIN', facts: { journals: 1 } } });
  });

  it('has an order, a reason and a movement there is, and is not for everybody', () => {
    const ledger = new PureLedger(world({ [streams.group]: [promoted()] }));
    expect(annul(ledger, { order: null })).toMatchObject({ refusal: { code: 'ORDER_REQUIRED' } });
    expect(annul(ledger, { reason: '' })).toMatchObject({ refusal: { code: 'REASON_REQUIRED' } });
    expect(annul(ledger, { movement: idOf('x') })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(annul(ledger, { group: algebra })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    given(world(), { ...asked, by: curator })
      .when(command('AnnulGroupMovement', { group, movement: idOf('x'), order, reason: 'Ошибка' }))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});
