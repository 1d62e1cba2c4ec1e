import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* Attacks T14 to T16: a right that was given for one lesson, one page or one task is used for another. */
let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const conducting = (journal: keyof College['journals'], lesson: keyof College['lessons']) => ({
  journalId: college.journals[journal],
  lessonId: college.lessons[lesson],
  deliveryForm: 'IN_PERSON',
  workTypes: ['LESSON_WORK'],
  topic: 'Тема занятия',
});

it('attack T14: who stands in at one lesson fills in that one and no other', async () => {
  const { accounts, journals, lessons, students } = college;
  const colleague = college.as('colleague');
  const standIn = { journalId: journals.algebra, lessonId: lessons.today, accountId: accounts.colleague };
  expect((await college.as('administrator').do('assignSubstitute', standIn)).accepted).toBe(true);
  for (const other of ['old', 'yesterday', 'tomorrow'] as const) {
    expect([other, await colleague.refusalOf('conductLesson', conducting('algebra', other))]).toEqual([
      other,
      'NOT_IN_LOAD',
    ]);
    const mark = { journalId: journals.algebra, lessonId: lessons[other], studentId: students.petrov };
    expect(await colleague.refusalOf('recordMark', { ...mark, workType: 'LESSON_WORK', value: '5' })).toBe(
      'NOT_IN_LOAD',
    );
  }
  expect((await colleague.do('conductLesson', conducting('algebra', 'today'))).accepted).toBe(true);
});

it('attack T15: no teacher writes on a page of a colleague', async () => {
  const { journals, lessons, students } = college;
  const cell = { journalId: journals.physics, lessonId: lessons.physics, studentId: students.petrova };
  const teacher = college.as('teacher');
  const before = await teacher.refusalOf('conductLesson', conducting('physics', 'physics'));
  expect((await college.as('colleague').do('conductLesson', conducting('physics', 'physics'))).accepted).toBe(
    true,
  );
  const refusals = [
    before,
    await teacher.refusalOf('recordMark', { ...cell, workType: 'LESSON_WORK', value: '5' }),
    await teacher.refusalOf('recordAbsence', cell),
    await teacher.refusalOf('completeAttestationSheet', { journalId: journals.physics }),
  ];
  expect(refusals).toEqual(refusals.map(() => 'NOT_IN_LOAD'));
});

it('attack T16: nobody widens their own rights, directly or through each other, and what was granted stays told', async () => {
  const { accounts } = college;
  const administrator = college.as('administrator');
  const grant = { role: 'DEPUTY_DIRECTOR', order: '9-к' };
  expect(await administrator.refusalOf('grantRole', { ...grant, accountId: accounts.administrator })).toBe(
    'OWN_RIGHTS',
  );
  // What the administrator grants to a friend waits for the director, whoever of the two asks.
  const toFriend = await administrator.do('grantRole', {
    ...grant,
    role: 'JOURNAL_ADMINISTRATOR',
    accountId: accounts.teacher,
  });
  expect(toFriend.accepted).toBe(true);
  const confirm = { accountId: accounts.teacher, roleGrantId: toFriend.id };
  const document = `mutation ($id: UUID!, $input: ConfirmRoleGrantInput!) {
    confirmRoleGrant(commandId: $id, input: $input) { accepted userErrors { code } } }`;
  const answers: unknown[] = [];
  for (const person of ['administrator', 'teacher', 'deputy'] as const) {
    const { data, errors } = await college
      .as(person)
      .query(document, { id: crypto.randomUUID(), input: confirm });
    answers.push(errors?.[0]?.extensions?.['code'] ?? data?.['confirmRoleGrant']);
  }
  expect(answers).toEqual([
    { accepted: false, userErrors: [{ code: 'SECOND_PERSON_REQUIRED' }] },
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
  const { viewer } = await college.as('teacher').read('{ viewer { roles } }');
  expect(viewer).toEqual({ roles: ['TEACHER'] });
  const { auditTrail } = await college
    .as('auditor')
    .read('{ auditTrail(first: 3) { nodes { kind actor { id } } } }');
  const by = { actor: { id: accounts.administrator } };
  expect(auditTrail).toEqual({
    nodes: [
      { kind: 'ATTEMPT_REFUSED', ...by },
      { kind: 'ROLE_GRANT_PROPOSED', ...by },
      { kind: 'ATTEMPT_REFUSED', ...by },
    ],
  });
});
