import { startApi } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';
import { Lru } from '../../src/server/lru.ts';

const documents: readonly (readonly [document: string, variables?: Readonly<Record<string, unknown>>])[] = [
  ['{ students(first: 3) { id name marks { value history student { id } } } hello }'],
  ['query A($n: Int = 4) { students(first: $n) { name } }'],
  ['query A($n: Int = 4) { students(first: $n) { name } }', { n: 1 }],
  ['query A($yes: Boolean!) { hello @include(if: $yes) b: hello @skip(if: $yes) }', { yes: false }],
  ['query A($n: Int!) { students(first: $n) { name } }', { n: 'three' }],
  ['query A($n: Int!) { students(first: $n) { name } }'],
  ['query A($n: Int!) { students(first: $n) { name } }', { n: 2 ** 40 }],
  ['{ thing(id: "s1") { __typename id ... on Student { name } } search { ... on Student { phone } } }'],
  ['mutation { recordMark(value: "5") }'],
  ['query A { hello } query B { hello }'],
];

describe('the compiled executor', () => {
  it('answers as graphql-js does, value for value and refusal for refusal', async () => {
    const [jit, reference] = await Promise.all(
      (['jit', 'graphql-js'] as const).map((executor) => startApi(exampleSchema(), byRoleName, { executor })),
    );
    const answers = [];
    for (const [document, variables] of documents)
      answers.push(
        await Promise.all(
          [jit, reference].map(async (api) => {
            const answer = await api?.query(document, variables, 'teacher');
            return {
              status: answer?.status,
              data: answer?.data,
              errors: answer?.errors,
              more: answer?.extensions,
            };
          }),
        ),
      );
    await Promise.all([jit?.close(), reference?.close()]);
    expect(answers).toHaveLength(documents.length);
    for (const [compiled, interpreted] of answers) expect(compiled).toEqual(interpreted);
  });

  it('tells operations of one document apart', async () => {
    const api = await startApi(exampleSchema(), byRoleName);
    const send = async (operationName: string): Promise<unknown> => {
      const query = 'query A { hello(name: "a") } query B { hello(name: "b") }';
      const body = JSON.stringify({ query, operationName });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${api.origin}/graphql`, { method: 'POST', headers, body })).json();
    };
    const answers = [await send('A'), await send('B'), await send('A')];
    await api.close();
    expect(answers).toEqual(['a', 'b', 'a'].map((name) => ({ data: { hello: `hello ${name}` } })));
  });

  it('gives each viewer their own answer to the same document', async () => {
    const api = await startApi(exampleSchema(), byRoleName);
    const roles = Array.from(
      { length: 100 },
      (_, i) => ['teacher', 'journalAdministrator', 'student'][i % 3] ?? '',
    );
    const seen = await Promise.all(
      roles.map(async (role) => {
        const { data, errors } = await api.query('{ students(first: 1) { phone } }', {}, role);
        const [student] = (data?.['students'] as readonly { phone: string | null }[] | undefined) ?? [];
        return errors ? 'refused' : (student?.phone ?? 'withheld');
      }),
    );
    await api.close();
    const expected = { teacher: 'withheld', journalAdministrator: 'SECRET', student: 'withheld' };
    expect(seen).toEqual(roles.map((role) => expected[role as keyof typeof expected]));
  });
});

describe('the memory of compiled operations', () => {
  it('is bounded, and forgets what was not used for longest', () => {
    const memory = new Lru<number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.get('a');
    memory.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([1, undefined, 3]);
  });
});
