import { absentees } from '../../projections/monitoring/absentees.ts';
import { userActivity } from '../../projections/monitoring/activity.ts';
import { councils, markChanges } from '../../projections/monitoring/changes.ts';
import { STANDS_OUT } from '../../projections/monitoring/stands-out.ts';
import { participation } from '../../projections/monitoring/participation.ts';
import type { Capability } from '../../src/policies/access.ts';
import { monitoredHistory as history, yekaterinburg } from '../support/monitored-history.ts';
import { idOf } from '../support/names.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import { algebra, curator, first, group, ivanova, orlov, petrova, smirnov } from '../support/world.ts';

let side: ReadSide;
let college: string;

beforeAll(async () => {
  side = await readSide();
  college = await side.tell({ ...history, ...elsewhere(history) });
});
afterAll(() => side.close());

const read: Capability = 'monitoring.read';
const all = (of = college) => scope(of, 'auditor', read);
const deputies = () => scope(college, 'deputyDirector', 'markChange.read');
const teacher = () => scope(college, 'teacher', read, { journals: [algebra] });
const curating = () => scope(college, 'groupCurator', read, { groups: [group] });
const stranger = () => scope(college, 'teacher', read, { journals: [idOf('no page')] });
const year = { from: '2024-09-01', until: '2025-06-30', zone: yekaterinburg };

describe('absentees of a day', () => {
  const on = (day: string, reach = curating()) => absentees(side.reader, reach, { group, on: day });

  it('R-ATT-11, R-ATT-13: come with what they missed, first those nobody announced or excused', async () => {
    expect(await on('2024-09-02')).toMatchObject([
      { student: smirnov, hoursMissed: 2, asksForReaction: true, missed: [{ announced: false }] },
      {
        student: ivanova,
        hoursMissed: 2,
        asksForReaction: false,
        missed: [{ announced: true, lesson: first }],
      },
    ]);
  });

  it('are none on a day nobody missed, and of another group', async () => {
    expect(await on('2024-09-16')).toEqual([]);
    expect(await on('2024-09-02', stranger())).toEqual([]);
  });
});

describe('participation', () => {
  const of = (from: string, until: string, reach = all()) =>
    participation(side.reader, reach, { from, until, zone: yekaterinburg });

  it('R-MON-01, R-REP-09: is a share of the staff of that time, and of the students of that time', async () => {
    const staffAtWork = { count: 1, of: 1, percent: '100.0' };
    const studentsWithoutMarks = { count: 1, of: 2, percent: '50.0' };
    const whole = await of('2024-09-01', '2024-09-30');
    expect(whole.groups).toContainEqual({ group, staffAtWork, studentsWithoutMarks });
    expect(whole.studentsWithoutMarks).toEqual({ count: 2, of: 4, percent: '50.0' });
    expect(await of('2024-09-01', '2024-09-30', curating())).toEqual({
      staffAtWork,
      studentsWithoutMarks,
      groups: [{ group, staffAtWork, studentsWithoutMarks }],
    });
  });

  it('counts nobody before their time', async () => {
    const before = await of('2024-08-01', '2024-08-10');
    expect(before).toMatchObject({
      staffAtWork: { count: 0, of: 0, percent: null },
      studentsWithoutMarks: { of: 0, percent: null },
    });
  });

  it('counts a result of an attestation as a mark', async () => {
    const december = await of('2024-12-01', '2024-12-31', curating());
    expect(december.studentsWithoutMarks).toMatchObject({ count: 1, of: 2 });
    expect((await of('2025-01-01', '2025-01-31', curating())).studentsWithoutMarks.count).toBe(2);
  });
});

describe('the activity of users', () => {
  const of = (reach = all(), whose: object = {}) => userActivity(side.reader, reach, year, whose);

  it('R-MON-06, T-19: is counted by account and day of the college’s calendar', async () => {
    const days = (await of(teacher())).map(({ date, entries }) => [date, entries]);
    expect(days).toEqual([
      ['2024-12-25', 1],
      ['2024-12-01', 1],
      ['2024-11-05', 10],
      ['2024-10-01', 10],
      ['2024-09-05', 1],
      ['2024-09-02', 2],
    ]);
  });

  it('is narrowed to an account, a page or a group, within the scope', async () => {
    expect(await of(all(), { account: petrova })).toHaveLength(6);
    expect(await of(all(), { account: curator })).toEqual([]);
    expect(await of(all(), { journal: algebra })).toHaveLength(6);
    expect(await of(all(), { group: there(group) })).toMatchObject(
      await of(all(), { account: there(petrova) }),
    );
    expect(await of(stranger())).toEqual([]);
  });
});

describe('changes of marks that stand out', () => {
  const of = async (standsOut: (typeof STANDS_OUT)[number], more: object = {}, days: object = {}) => {
    const slice = await markChanges(
      side.reader,
      deputies(),
      { standsOut, journal: algebra, ...more },
      { ...year, ...days },
      { first: 100 },
    );
    return slice.rows;
  };

  it('R-MON-11: after a grant, at odd hours and before a council, by the college’s clock', async () => {
    expect(await of('afterGrant')).toMatchObject([
      { fromValue: '4', toValue: '3', actor: petrova, localTime: '00:10', localDate: '2024-12-01' },
    ]);
    expect((await of('atOddHours')).map(({ localTime }) => localTime).toSorted()).toEqual(['00:10', '23:30']);
    expect(await of('beforeCouncil')).toMatchObject([
      { councilOn: '2024-12-27', localDate: '2024-12-25', standsOut: ['atOddHours', 'beforeCouncil'] },
    ]);
  });

  it('in bulk: ten by one account in one minute, or in one list of commands', async () => {
    expect(await of('inBulk', {}, { from: '2024-11-05', until: '2024-11-05' })).toHaveLength(10);
    const changes = await of('inBulk', {}, { until: '2024-10-31' });
    expect(changes).toHaveLength(10);
    expect(new Set(changes.map(({ together }) => together))).toEqual(new Set([10]));
  });

  it('are found by the same rules that name why they stand out', async () => {
    for (const reason of STANDS_OUT)
      for (const { standsOut } of await of(reason)) expect(standsOut).toContain(reason);
  });

  it('are of the days asked about by the college’s calendar, of an account, and of a group', async () => {
    expect(await of('afterGrant', {}, { until: '2024-11-30' })).toEqual([]);
    expect(await of('afterGrant', {}, { from: '2024-12-01', until: '2024-12-01' })).toHaveLength(1);
    expect(await of('afterGrant', { account: orlov })).toEqual([]);
    expect(await of('afterGrant', { journal: undefined, group })).toHaveLength(1);
  });

  it('come page by page', async () => {
    const days = { standsOut: 'inBulk', journal: algebra } as const;
    const one = await markChanges(side.reader, deputies(), days, year, { first: 4 });
    const after = one.rows.at(-1)?.position;
    const rest = await markChanges(side.reader, deputies(), days, year, { first: 100, after });
    expect([one.hasMore, one.rows.length, rest.hasMore, rest.rows.length]).toEqual([true, 4, false, 16]);
  });

  it('go with the councils of those days', async () => {
    expect(await councils(side.reader, deputies(), year)).toEqual([
      { council: idOf('council'), on: '2024-12-27', title: 'Итоги' },
    ]);
    expect(await councils(side.reader, deputies(), { from: '2024-12-28', until: '2025-01-01' })).toEqual([]);
  });
});
