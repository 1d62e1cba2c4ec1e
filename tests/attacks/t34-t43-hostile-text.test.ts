import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attacks T34, T35, T38, T39 and T43: texts that break what reads them. A text is refused, or kept as what it is: as text.
 */
let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const named = async (name: string): Promise<string | null> => {
  const administrator = college.as('administrator');
  const { errors } = await administrator.query(
    `mutation ($id: UUID!, $input: RegisterDepartmentInput!) { registerDepartment(commandId: $id, input: $input) { accepted } }`,
    { id: crypto.randomUUID(), input: { name } },
  );
  return errors ? String(errors[0]?.extensions?.['code']) : null;
};

const names = async (): Promise<readonly string[]> => {
  const { departments } = await college.as('administrator').read('{ departments { name } }');
  return (departments as readonly { readonly name: string }[]).map(({ name }) => name);
};

describe('attack T34: poison', () => {
  it.each([['a\u0000b'], ['\ud800'], ['line\nbreak'], ['\u001b[31mred'], ['x'.repeat(60_000)], ['']])(
    'is refused: %j',
    async (text) => {
      expect(await named(text)).toBe('BAD_USER_INPUT');
    },
  );

  it('harms nobody beside it in a list', async () => {
    const { errors, data } = await college.as('administrator').query(
      `mutation ($id: UUID!, $inputs: [RegisterDepartmentInput!]!) {
        registerDepartments(commandId: $id, inputs: $inputs) { accepted } }`,
      { id: crypto.randomUUID(), inputs: [{ name: 'Сварка' }, { name: 'a\u0000b' }] },
    );
    expect([data ?? null, errors?.[0]?.extensions?.['code']]).toEqual([null, 'BAD_USER_INPUT']);
    expect(await named('Сварка')).toBeNull();
    expect(await names()).toContain('Сварка');
  });
});

it('attack T35: no payload reaches a prototype', async () => {
  const payloads = ['__proto__', 'constructor', 'prototype'].flatMap((key) => [
    `{ "query": "{ __typename }", "variables": { "${key}": { "polluted": 1 } } }`,
    `{ "${key}": { "polluted": 1 }, "query": "{ __typename }" }`,
    `{ "query": "query ($i: EditWindowFilter!) { editWindows(filter: $i) { state } }", "variables": { "i": { "${key}": { "polluted": 1 } } } }`,
  ]);
  for (const body of payloads)
    await fetch(`${served.origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${college.as('teacher').token ?? ''}`,
      },
      body,
    });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(await college.as('teacher').read('{ viewer { roles } }')).toEqual({
    viewer: { roles: ['TEACHER'] },
  });
});

it('attack T38: SQL in a text is a text', async () => {
  const texts = [
    "'; DROP TABLE read.department; --",
    "' OR '1'='1",
    '$1; SELECT pg_sleep(10)',
    '\\',
    "E'\\x41'",
    '%_%',
    '"; --',
  ];
  for (const text of texts) expect(await named(text)).toBeNull();
  expect(await names()).toEqual(expect.arrayContaining(texts));
  for (const term of texts) {
    const { errors } = await college
      .as('auditor')
      .query('query ($term: String!) { timeliness(from: "2026-10-01", until: $term) { __typename } }', {
        term,
      });
    expect(errors?.[0]?.extensions?.['code']).toMatch(/^(?:GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)$/u);
  }
});

it('attack T39: a line break in a request makes no second line of the log', async () => {
  const before = served.log.length;
  const forged = 'x\r\n{"level":30,"msg":"forged"}\u2028\u001b[2J';
  await college.as('teacher').query(`{ ${forged} }`);
  await college.as('teacher').query('query ($a: String) { __typename }', { a: forged });
  await fetch(`${served.origin}/${encodeURIComponent(forged)}`, { headers: { 'x-request-id': 'a' } });
  const whole = served.log.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(whole.filter(({ msg }) => msg === 'forged')).toEqual([]);
  expect(served.log.slice(before).filter((line) => /[\r\n\u2028\u001b]/u.test(line.trimEnd()))).toEqual([]);
});

it('attack T43: what nobody sees is not kept in a name', async () => {
  expect(await named('Ад\u202eмин\u200bис\u00adтра\u2066тор\ufeff')).toBeNull();
  expect(await names()).toContain('Администратор');
  expect(await named('\u200b\u200b')).toBe('BAD_USER_INPUT');
});

it('attack T43: a name or a reason in letters of two alphabets is kept as it was written, and marked', async () => {
  const register = async (familyName: string) =>
    (await college.as('administrator').do('registerStudent', { familyName, givenName: 'Ольга' })).id;
  const [plain, disguised] = [await register('Иванова'), await register('Ивaнова')];
  const { auditTrail } = await college.as('auditor').read(
    `{ auditTrail(filter: { kinds: [STUDENT_REGISTERED] }, first: 2) {
      nodes { actor { isMixedScript } student { id familyName isMixedScript } } } }`,
  );
  expect(auditTrail).toEqual({
    nodes: [
      {
        actor: { isMixedScript: false },
        student: { id: disguised, familyName: 'Ивaнова', isMixedScript: true },
      },
      {
        actor: { isMixedScript: false },
        student: { id: plain, familyName: 'Иванова', isMixedScript: false },
      },
    ],
  });

  await college.as('administrator').do('cancelLesson', {
    journalId: college.journals.algebra,
    lessonId: college.lessons.tomorrow,
    reason: 'Опиcка',
  });
  const trail = await college
    .as('auditor')
    .read(
      '{ auditTrail(filter: { kinds: [LESSON_CANCELLED] }, first: 1) { nodes { reason isReasonMixedScript } } }',
    );
  expect(trail).toEqual({ auditTrail: { nodes: [{ reason: 'Опиcка', isReasonMixedScript: true }] } });
});
