import type { CommandNamed } from '../../src/decisions/register.ts';
import { journals } from '../../src/decisions/folds/journal.ts';
import { asking, given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { PureLedger, type History } from '../support/pure-ledger.ts';
import { divided, one, subgroupPage, two } from '../support/subgroups.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  curator,
  group,
  happened,
  ivanova,
  newcomer,
  orlov,
  petrova,
  smirnov,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const division = idOf('division');

describe('a division into subgroups', () => {
  const start = { by: curator, on: '2024-09-02' };
  const pages: History = {
    [`journal-${one}`]: subgroupPage(one, 'первая', petrova, null),
    [`journal-${two}`]: subgroupPage(two, 'вторая', orlov, ivanova),
  };
  const fresh = (more: History = {}): History => ({ ...world(more), ...pages });
  const propose = (changes: Partial<CommandNamed<'ProposeSubgroups'>['data']> = {}) =>
    command('ProposeSubgroups', {
      division,
      group,
      parts: [
        { journal: one, students: [ivanova] },
        { journal: two, students: [smirnov] },
      ],
      ...changes,
    });
  const agree = command('AgreeToSubgroups', { division });

  it('R-SUB-01: is made jointly: it stands once the curator and each teacher have agreed', () => {
    const ledger = new PureLedger(fresh());
    expect(ledger.execute(asking(start), propose())).toMatchObject({ accepted: true, right: 'groupCurator' });
    expect(ledger.execute(asking({ ...start, by: petrova }), agree)).toMatchObject({ right: 'teacher' });
    expect(ledger.state(journals, one).roster.size).toBe(0);
    const last = ledger.execute(asking({ ...start, by: orlov }), agree);
    expect(last.accepted && last.writes.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
      'SubgroupDivisionAgreed',
      'SubgroupAssigned',
      'RosterExtended',
      'RosterEntryEnded',
      'RosterExtended',
    ]);
    expect([...ledger.state(journals, one).roster.keys()]).toEqual([ivanova]);
    expect(ledger.execute(asking({ ...start, by: orlov }), agree)).toMatchObject({
      refusal: { code: 'ALREADY_DONE' },
    });
  });

  it('R-SUB-02: is per discipline or practice, each subgroup with a page and a teacher of its own', () => {
    given(fresh(), start)
      .when(
        propose({
          parts: [
            { journal: algebra, students: [] },
            { journal: two, students: [] },
          ],
        }),
      )
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'subgroup' } });
    given({ ...fresh(), [`journal-${one}`]: subgroupPage(one, 'первая', petrova, null).slice(0, 1) }, start)
      .when(propose())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'teacher' } });
  });

  it('places members of the group, each in one subgroup', () => {
    given(fresh(), start)
      .when(
        propose({
          parts: [
            { journal: one, students: [newcomer] },
            { journal: two, students: [] },
          ],
        }),
      )
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    const both = [one, two].map((journal) => ({ journal, students: [ivanova] }));
    given(fresh(), start)
      .when(propose({ parts: both }))
      .thenRefuses({ code: 'ALREADY_ASSIGNED' });
  });

  it('R-SUB-01: belongs to the start of the year: after the first lesson it is too late', () => {
    given(divided(), start)
      .when(propose())
      .thenRefuses({ code: 'LESSON_CONDUCTED', facts: { date: '2024-09-03' } });
  });

  it('is for the curator of the group and those who teach there', () => {
    const stranger = idOf('stranger');
    given(fresh(withRole(stranger, 'teacher')), { ...start, by: stranger })
      .when(propose())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    given(fresh(), { ...start, by: administrator })
      .when(propose())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(fresh(), start)
      .when(agree)
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'division' } });
  });

  it('R-SUB-03, T-32: names each page once, and nobody whom it leaves in another subgroup', () => {
    const third = idOf('third subgroup');
    given(fresh(), start)
      .when(
        propose({
          parts: [
            { journal: one, students: [ivanova] },
            { journal: one, students: [smirnov] },
          ],
        }),
      )
      .thenRefuses({ code: 'ALREADY_ASSIGNED', facts: { what: 'journal' } });
    const past = fresh({
      [`journal-${third}`]: subgroupPage(third, 'третья', orlov, smirnov),
      [streams.group]: [one, two, third].map((journal) =>
        happened('GroupJournalOpened', { group, journal, period: autumn }),
      ),
    });
    given(past, start)
      .when(propose())
      .thenRefuses({ code: 'ALREADY_ASSIGNED', facts: { journal: third } });
  });
});
