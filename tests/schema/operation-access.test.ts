import { createApollo } from '../../src/server/apollo.ts';
import type { AccessContext } from '../../schema/access.ts';
import type { Role } from '../../src/policies/access.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { contextOf } from '../support/example-viewer.ts';

describe.each(['jit', 'graphql-js'] as const)('an operation run by %s', (executor) => {
  const server = createApollo<AccessContext>({
    schema: exampleSchema(),
    executor,
    introspection: false,
    report: () => undefined,
  });
  const run = async (role: Role | null, query: string) => {
    const { body, http } = await server.executeOperation({ query }, { contextValue: contextOf(role) });
    if (body.kind !== 'single') throw new Error('a single answer was expected');
    return { status: http.status, ...body.singleResult };
  };

  beforeAll(() => server.start());
  afterAll(() => server.stop());

  it('is refused once, before anything runs, naming every field the viewer can never read', async () => {
    const { data, errors, status } = await run(
      'student',
      '{ students { name ...M } } fragment M on Student { marks { value history student { id } } }',
    );
    expect(data).toBeUndefined();
    expect(status).toBe(403);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      problem: 'ACCESS_DENIED',
      help: '/docs/errors#ACCESS_DENIED',
      fields: ['Mark.history', 'Mark.student', 'Student.name'],
    });
  });

  it('asks someone without a session to sign in', async () => {
    const { errors, status } = await run(null, '{ hello students { id } }');
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
      problem: 'SIGN_IN_FIRST',
      help: '/docs/errors#SIGN_IN_FIRST',
      fields: ['Query.students', 'Student.id'],
    });
  });

  it('says once which field was withheld, and never sends its value', async () => {
    const answer = await run('teacher', '{ students(first: 9) { id phone } }');
    expect(answer.extensions).toEqual({ redactions: ['Student.phone'] });
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });

  it('gives the field to who may read it, and then withholds nothing', async () => {
    const answer = await run('journalAdministrator', '{ students { phone } }');
    expect(answer.data?.['students']).toEqual([{ phone: 'SECRET' }, { phone: 'SECRET' }]);
    expect(answer.extensions).toBeUndefined();
  });

  it('may ask an interface for a field that some of its objects would refuse', async () => {
    const { data, errors } = await run('student', '{ thing(id: "e1") { id } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ thing: { id: 'e1' } });
  });

  it('is refused for a fragment on an object that the viewer can never read', async () => {
    const { errors } = await run(
      'teacher',
      '{ search { __typename ... on Entry { kind } ... on Student { name } } }',
    );
    expect(errors?.[0]?.extensions?.['fields']).toEqual(['Entry.kind']);
  });

  it('reads a union as the roles allow', async () => {
    const { data, errors } = await run(
      'auditor',
      '{ search { __typename ... on Entry { kind } ... on Student { name } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.['search']).toEqual([
      { __typename: 'Student', name: 'Student 1' },
      { __typename: 'Entry', kind: 'MarkRecorded' },
    ]);
  });

  it('counts only the operation that is run', async () => {
    const query = 'query A { hello } query B { students { name } }';
    const { body } = await server.executeOperation(
      { query, operationName: 'A' },
      { contextValue: contextOf(null) },
    );
    expect(body).toMatchObject({ singleResult: { data: { hello: 'hello ' } } });
  });

  it('can not ask for the schema unless the server is told to tell it', async () => {
    const { errors } = await run('auditor', '{ __schema { types { name } } __type(name: "Mark") { name } }');
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(
      Array(2).fill('GRAPHQL_VALIDATION_FAILED'),
    );
  });
});
