import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { pageOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* Attacks T05 and T13: somebody goes on with a session after the role or the guardianship behind it has ended. */
let served: ServedHouse;
let college: College;
let administrator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
});
afterAll(() => served.close());

/** The longest that a revoked right may still be honoured. */
const SECOND_MS = 1_000;

const codeOf = async (client: ApiClient, document: string, variables = {}): Promise<unknown> =>
  (await client.query(document, variables)).errors?.[0]?.extensions?.['code'];

const STUDENT =
  'query ($id: ID!) { student(id: $id) { familyName } standing(of: { studentId: $id }) { pages { average } } }';

describe('attack T05: a session', () => {
  it('gives no right any more within a second of the role being revoked (T05)', async () => {
    const teacher = college.as('teacher');
    expect(await pageOf(teacher, college.journals.algebra)).not.toBeNull();
    const revoked = await administrator.do('revokeRole', {
      accountId: college.accounts.teacher,
      role: 'TEACHER',
      reason: 'Увольнение',
    });
    expect(revoked.accepted).toBe(true);
    await setTimeout(SECOND_MS);
    expect(await codeOf(teacher, '{ journals { id } }')).toBe('FORBIDDEN');
    expect(await teacher.read('{ viewer { roles can journalIds } }')).toMatchObject({
      viewer: { roles: [], can: [] },
    });
  });

  it('is refused a mark in the very request after the role was revoked', async () => {
    await administrator.do('grantRole', { accountId: college.accounts.teacher, role: 'TEACHER' });
    const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.today };
    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Тема' };
    expect((await college.as('teacher').do('conductLesson', held)).accepted).toBe(true);
    await administrator.do('revokeRole', {
      accountId: college.accounts.teacher,
      role: 'TEACHER',
      reason: 'Приказ',
    });
    const document = `mutation ($commandId: UUID!, $input: RecordMarkInput!) {
      recordMark(commandId: $commandId, input: $input) { accepted } }`;
    const input = { ...lesson, studentId: college.students.ivanova, workType: 'TEST', value: '5' };
    expect(await codeOf(college.as('teacher'), document, { commandId: randomUUID(), input })).toBe(
      'FORBIDDEN',
    );
  });
});

describe('attack T13: a guardian', () => {
  it('loses a child with the guardianship, at the next request', async () => {
    const father = college.as('father');
    const [, guardianshipId] = college.guardianships;
    await administrator.do('endGuardianship', { accountId: college.accounts.father, guardianshipId });
    const nobody = Buffer.from('Student:00000000-0000-4000-8000-000000000000', 'latin1').toString(
      'base64url',
    );
    const id = college.students.ivanova;
    expect(await father.read(STUDENT, { id })).toEqual(await father.read(STUDENT, { id: nobody }));
    expect(await college.as('mother').read(STUDENT, { id })).toMatchObject({ student: {} });
  });
});
