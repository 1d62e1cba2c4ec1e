import {
  accountsByIds,
  attestationPeriods,
  collegeOf,
  courseUnitsByIds,
  groupsByIds,
  studentsByIds,
} from '../../projections/directory/by-ids.ts';
import { groups, membersOf, openPagesOf, students } from '../../projections/directory/queries.ts';
import { staff } from '../../projections/directory/staff.ts';
import { viewerOf, type ViewingRules } from '../../projections/directory/viewer.ts';
import { EVERYTHING_SHOWN } from '../../src/policies/scope.ts';
import { locked } from '../support/acts.ts';
import { idOf } from '../support/names.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import {
  administrator,
  algebra,
  autumn,
  courseUnit,
  curator,
  father,
  first,
  group,
  happened,
  ivanova,
  newcomer,
  orlov,
  petrova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

let side: ReadSide;
let college: string;
let stranger: string;

const today = '2024-09-03';
const rules: ViewingRules = {
  today,
  onlyMinors: false,
  trustedPersons: true,
  learnerView: EVERYTHING_SHOWN,
};

const substituted = happened('SubstituteAssigned', { journal: algebra, lesson: first, account: orlov });
const foreign = happened(
  'StudentRegistered',
  { student: newcomer },
  { familyName: 'Чужой', givenName: 'Пётр' },
);

beforeAll(async () => {
  side = await readSide();
  college = await side.tell({ ...world({ [streams.page]: [substituted] }), ...elsewhere(world()) });
  stranger = await side.tell(world({ [streams.of(newcomer)]: [foreign], [streams.period]: [locked()] }));
});

afterAll(() => side.close());

const all = () => scope(college, 'auditor', 'directory.read');
const teaching = () => scope(college, 'teacher', 'directory.read', { journals: [algebra] });
const curating = () => scope(college, 'groupCurator', 'directory.read', { groups: [group] });
const nobody = () => scope(college, 'teacher', 'directory.read');

describe('a viewer', () => {
  it('T-29: has the pages of the load, and as a substitute those of single lessons (T-30)', async () => {
    const [teacher, substitute] = await Promise.all(
      [petrova, orlov].map((account) => viewerOf(side.reader, college, account, rules)),
    );
    expect(teacher).toEqual({
      college,
      account: petrova,
      roles: new Set(['teacher']),
      journals: new Set([algebra]),
      groups: new Set(),
      self: new Set(),
      wards: new Set(),
      delegated: new Map(),
      learnerView: EVERYTHING_SHOWN,
    });
    expect(substitute).toMatchObject({ journals: new Set([algebra]) });
  });

  it('has the group of a curator and the wards of a guardian (T-39)', async () => {
    expect(await viewerOf(side.reader, college, curator, rules)).toMatchObject({
      roles: new Set(['groupCurator']),
      groups: new Set([group]),
    });
    expect(await viewerOf(side.reader, college, father, rules)).toMatchObject({ wards: new Set([ivanova]) });
  });

  it('who is not known reaches nothing', async () => {
    expect(await viewerOf(side.reader, college, idOf('nobody'), rules)).toMatchObject({
      roles: new Set(),
      journals: new Set(),
    });
  });
});

describe('the directory by ids', () => {
  it('gives students within the scope only, and never those of another college', async () => {
    const ids = [ivanova, smirnov, there(ivanova), newcomer];
    const found = async (of: ReturnType<typeof all>) =>
      new Set((await studentsByIds(side.reader, of, ids)).map(({ student }) => student));
    expect(await found(all())).toEqual(new Set([ivanova, smirnov, there(ivanova)]));
    expect(await found(teaching())).toEqual(new Set([ivanova, smirnov]));
    expect(await found(curating())).toEqual(new Set([ivanova, smirnov]));
    expect(await found(nobody())).toEqual(new Set());
    const own = scope(college, 'student', 'standing.read', { self: [ivanova] });
    expect(await found(own)).toEqual(new Set([ivanova]));
    expect(await found(scope(stranger, 'auditor', 'directory.read'))).toContain(newcomer);
  });

  it('gives groups that the scope reaches by page, by group or by student', async () => {
    const own = scope(college, 'student', 'standing.read', { self: [ivanova] });
    for (const narrow of [teaching(), curating(), own])
      expect(await groupsByIds(side.reader, narrow, [group, there(group)])).toMatchObject([{ group }]);
    expect(await groupsByIds(side.reader, nobody(), [group])).toEqual([]);
    expect(await groupsByIds(side.reader, all(), [group, there(group)])).toHaveLength(2);
  });

  it('gives names of staff to everyone, and of guardians to those who see the whole college', async () => {
    const ids = [petrova, father];
    expect(await accountsByIds(side.reader, nobody(), ids)).toMatchObject([{ account: petrova }]);
    expect(await accountsByIds(side.reader, all(), ids)).toHaveLength(2);
  });

  it('gives reference data of its own college', async () => {
    expect(await courseUnitsByIds(side.reader, nobody(), [courseUnit])).toMatchObject([{ title: 'Алгебра' }]);
    expect(await attestationPeriods(side.reader, nobody(), [autumn])).toMatchObject([
      { from: '2024-09-01', until: '2024-12-28', locked: false },
    ]);
    expect(await attestationPeriods(side.reader, scope(stranger, 'auditor', 'period.read'))).toMatchObject([
      { locked: true, lockedAt: '2024-08-20T06:00:00.000Z' },
    ]);
    expect(await collegeOf(side.reader, all())).toMatchObject({ zone: 'Asia/Yekaterinburg' });
  });
});

describe('the lists of the directory', () => {
  it('have the groups and students that the scope reaches', async () => {
    expect(await groups(side.reader, all())).toHaveLength(2);
    expect(await groups(side.reader, curating())).toMatchObject([{ group, name: 'С-21', curator }]);
    const some = await students(side.reader, teaching(), { first: 1 });
    expect(some).toHaveLength(1);
    const rest = await students(side.reader, teaching(), { first: 5, after: some[0]?.student });
    expect([...some, ...rest].map(({ student }) => student).toSorted()).toEqual(
      [ivanova, smirnov].toSorted(),
    );
  });

  it('D-22: have who belonged to a group on a day', async () => {
    expect(await membersOf(side.reader, all(), [group], '2024-09-01')).toHaveLength(2);
    expect(await membersOf(side.reader, all(), [group], '2024-08-31')).toEqual([]);
    const other = scope(college, 'groupCurator', 'directory.read', { groups: [there(group)] });
    expect(await membersOf(side.reader, other, [group], '2024-09-01')).toEqual([]);
  });

  it('have the staff with their roles, and who holds a role', async () => {
    expect(await staff(side.reader, all(), today)).toContainEqual(
      expect.objectContaining({ account: administrator, roles: ['journalAdministrator'] }),
    );
    expect(await staff(side.reader, all(), today)).not.toContainEqual(
      expect.objectContaining({ account: father }),
    );
    expect(
      (await staff(side.reader, all(), today, { role: 'groupCurator' }))
        .map(({ account }) => account)
        .toSorted(),
    ).toEqual([curator, there(curator)].toSorted());
  });

  it('have the pages of a group that still take students', async () => {
    expect(await openPagesOf(side.reader, all(), group, '2024-10-01')).toMatchObject([{ journal: algebra }]);
    expect(await openPagesOf(side.reader, all(), group, '2025-01-01')).toEqual([]);
    const elsewhereLocked = scope(stranger, 'auditor', 'directory.read');
    expect(await openPagesOf(side.reader, elsewhereLocked, group, '2024-10-01')).toEqual([]);
    expect(await openPagesOf(side.reader, nobody(), group, '2024-10-01')).toEqual([]);
  });
});
