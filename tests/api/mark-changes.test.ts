import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { globalId } from '../../schema/global-id.ts';
import { idOf } from '../support/names.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const AUTUMN = 'from: "2026-09-01", until: "2026-12-30"';
const ask = async <Shape>(client: ApiClient, query: string): Promise<Shape> =>
  (Object.values(await client.read(query))[0] ?? null) as Shape;
const codeOf = async (client: ApiClient, query: string): Promise<unknown> =>
  (await client.query(query)).errors?.[0]?.extensions?.['code'];

describe('changes of marks that stand out', () => {
  const changes = (client: ApiClient, standsOut: string, more = '') =>
    ask<{ readonly changes: { readonly nodes: readonly object[] } }>(
      client,
      `{ markChanges(standsOut: ${standsOut}, ${AUTUMN}${more}) {
        standards { changesInBulk oddHoursFrom oddHoursUntil daysBeforeCouncil marksOfOneValue hoursAfterReset }
        changes { nodes { standsOut localTime together councilOn
          entry { kind from to grantId actor { name } rule { parameter clause } } } pageInfo { hasNextPage } } } }`,
    );
  const corrected = async (revision: number, value: string) =>
    await college.as('teacher').do('correctMark', {
      journalId: college.journals.algebra,
      lessonId: college.lessons.old,
      studentId: college.students.ivanova,
      workType: 'LESSON_WORK',
      value,
      expectedRevision: revision,
      reason: 'Ошибка',
    });

  beforeAll(async () => {
    await college.as('deputy').do('scheduleCouncil', { on: '2026-11-22', title: 'Успеваемость' });
    const granted = await college.as('administrator').do('grantEditWindow', {
      journalId: college.journals.algebra,
      covers: 'CURRENT_MARKS',
      until: '2026-11-30',
      reason: 'Болезнь преподавателя',
    });
    if (!granted.accepted) throw new Error(JSON.stringify(granted.userErrors));
    college.clock.now = '2026-11-20T20:30:00.000Z';
    for (let revision = 0; revision < 10; revision += 1)
      expect(await corrected(revision, revision % 2 === 0 ? '5' : '4')).toMatchObject({ userErrors: [] });
  });

  it.each(['AFTER_GRANT', 'IN_BULK', 'AT_ODD_HOURS', 'IN_BULK_AT_ODD_HOURS', 'BEFORE_COUNCIL'])(
    'R-MON-11: the auditor finds them by each reason, with the standard it was held against: %s',
    async (reason) => {
      const found = await changes(college.as('auditor'), reason);
      expect(found).toMatchObject({
        standards: {
          changesInBulk: 10,
          oddHoursFrom: '22:00',
          oddHoursUntil: '06:00',
          daysBeforeCouncil: 3,
          marksOfOneValue: 10,
          hoursAfterReset: 24,
        },
      });
      expect(found.changes.nodes.slice(0, 10)).toHaveLength(10);
      expect(found.changes.nodes[0]).toMatchObject({
        standsOut: expect.arrayContaining([
          'AFTER_GRANT',
          'IN_BULK',
          'AT_ODD_HOURS',
          'IN_BULK_AT_ODD_HOURS',
          'BEFORE_COUNCIL',
        ]) as unknown,
        localTime: '23:30',
        together: 10,
        councilOn: '2026-11-22',
        entry: {
          kind: 'MARK_CORRECTED',
          from: '5',
          to: '4',
          actor: { name: 'teacher' },
          rule: { parameter: 'currentMark.editWindowDays', clause: '003 §3.3 L89' },
        },
      });
    },
  );

  it('R-MON-11: what only some reasons ask for is told too: raises, other rights, columns of one value', async () => {
    const raised = await changes(college.as('auditor'), 'RAISED_BEFORE_COUNCIL');
    expect(raised.changes.nodes.length).toBe(5);
    for (const reason of ['AFTER_CLOSING', 'ONE_VALUE_COLUMN', 'OUTSIDE_OWN_LOAD'])
      expect((await changes(college.as('auditor'), reason)).changes.nodes).toEqual([]);
  });

  it('attack T07: an entry soon after somebody else made a code for its account names who did', async () => {
    const { accounts } = college;
    const issued = await college
      .as('administrator')
      .query(
        `mutation ($id: UUID!, $account: ID!) { issueSignInCode(commandId: $id, accountId: $account) { __typename } }`,
        { id: '8a0b3f0e-8a35-4f0c-9d0e-0c6c0c0d7a07', account: accounts.teacher },
      );
    expect(issued.errors).toBeUndefined();
    await corrected(10, '5');
    const found = await college.as('auditor').read(
      `{ markChanges(standsOut: AFTER_CREDENTIAL_RESET, ${AUTUMN}) { changes { nodes {
        codeIssuedAt codeIssuedBy { id } entry { actor { id } } } } } }`,
    );
    expect(found).toMatchObject({
      markChanges: {
        changes: {
          nodes: expect.arrayContaining([
            {
              codeIssuedAt: college.clock.now,
              codeIssuedBy: { id: accounts.administrator },
              entry: { actor: { id: accounts.teacher } },
            },
          ]) as unknown,
        },
      },
    });
  });

  it('are for auditors, administrators and deputies', async () => {
    for (const person of ['administrator', 'observer', 'deputy'] as const)
      expect((await changes(college.as(person), 'IN_BULK')).changes.nodes).toHaveLength(11);
    const asked = `{ markChanges(standsOut: IN_BULK, ${AUTUMN}) { standards { changesInBulk } } }`;
    for (const person of ['teacher', 'curator', 'departmentHead', 'ivanova', 'mother'] as const)
      expect(await codeOf(college.as(person), asked)).toBe('FORBIDDEN');
  });

  it('go with the councils, which only deputies and administrators schedule', async () => {
    const asked = `{ councils(${AUTUMN}) { on title } }`;
    expect(await ask(college.as('teacher'), asked)).toEqual([{ on: '2026-11-22', title: 'Успеваемость' }]);
    const past = { on: '2026-11-19', title: 'Вчера' };
    expect(await college.as('deputy').refusalOf('scheduleCouncil', past)).toBe('DATE_OUT_OF_RANGE');
  });
});

describe('bad questions', () => {
  it.each([
    'timeliness(from: "2026-11-20", until: "2026-11-19") { late }',
    'participation(from: "2020-01-01", until: "2026-11-19") { groups { groupId } }',
    'lessonsWithoutAttendance(on: "2026-11-21") { lessonId }',
    'lessonGaps(from: "2026-02-30", until: "2026-11-19") { lessonId }',
  ])('are answered with what is wrong with them: %s', async (field) => {
    expect(await codeOf(college.as('deputy'), `{ ${field} }`)).toBe('BAD_USER_INPUT');
  });

  it('a page that is not there, or out of reach, is said to be so', async () => {
    const nowhere = globalId('Journal', idOf('no page'));
    const of = (id: string) => `{ journalCompleteness(filter: { journalId: "${id}" }) { percent } }`;
    expect(await codeOf(college.as('deputy'), of(nowhere))).toBe('NOT_FOUND');
    expect(await codeOf(college.as('teacher'), of(college.journals.physics))).toBe('NOT_FOUND');
    expect(await codeOf(college.as('teacher'), of(college.groups.first))).toBe('BAD_USER_INPUT');
    const figures = `{ timeliness(${AUTUMN}, journalId: "${nowhere}") { late } }`;
    expect(await codeOf(college.as('deputy'), figures)).toBe('NOT_FOUND');
  });

  it('students and guardians have none to ask', async () => {
    const asked = '{ lessonsWithoutAttendance { lessonId } }';
    for (const person of ['ivanova', 'mother'] as const)
      expect(await codeOf(college.as(person), asked)).toBe('FORBIDDEN');
  });
});
