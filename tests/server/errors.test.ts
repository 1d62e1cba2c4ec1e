import { ArgumentValidationError, AuthorizationError } from 'type-graphql';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ExecutorKind } from '../../src/server/executor.ts';
import { formatErrors } from '../../src/server/format-error.ts';
import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';

/** What stands beside an error of which no more is known than its code. */
const general = (code: string) => ({ code, problem: code, help: `/docs/errors#${code}` });

describe.each<ExecutorKind>(['jit', 'graphql-js'])('an error of a server that runs %s', (executor) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(exampleSchema(), byRoleName, { executor });
  });
  afterAll(() => api.close());

  it('is masked when it is a fault; the log has it under the same trace id, without what it quotes', async () => {
    const { data, errors, status, headers } = await api.query('{ hello boom }');
    const [error] = errors ?? [];
    expect(status).toBe(200);
    expect(data).toEqual({ hello: 'hello ', boom: null });
    expect(error).toMatchObject({ path: ['boom'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(JSON.stringify(error)).not.toMatch(/row|Иванов|example-schema|stack/u);

    const traceId = error?.extensions?.['traceId'];
    expect(traceId).toBe(headers.get('x-request-id'));
    const line = api.log.find((text) => text.includes(String(traceId))) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      traceId,
      requestId: traceId,
      name: 'TypeError',
      message: 'no such row: "…"',
      path: ['boom'],
    });
    expect(line).toContain('example-schema');
    expect(api.log.join()).not.toContain('Иванов');
  });

  it('says that the database is out of reach, and not where it is', async () => {
    const { errors } = await api.query('{ outage }');
    expect(errors?.[0]?.extensions?.['code']).toBe('SERVICE_UNAVAILABLE');
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });

  it('keeps its words and its facts when it declares a code, and nothing more', async () => {
    const { errors } = await api.query('{ limited }');
    expect(errors?.[0]).toMatchObject({ message: 'Too many attempts.' });
    expect(errors?.[0]?.extensions).toEqual({ ...general('RATE_LIMITED'), retryAfter: 9 });
  });

  it.each([
    ['query Q($v: String!) { hello(name: $v) }', 'BAD_USER_INPUT'],
    ['query Q($v: Int!) { hello(name: $v) }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query Q { hello', 'GRAPHQL_PARSE_FAILED'],
    ['query Q { helo }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { hello } query B { hello }', 'BAD_USER_INPUT'],
  ])('has a code of the closed list: %s', async (document, code) => {
    const { errors, status } = await api.query(document);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(errors?.[0]?.extensions).toEqual(general(code));
  });

  it('does not hint at fields that a client may not know (T37)', async () => {
    const { errors } = await api.query('{ helo }');
    expect(errors?.[0]?.message).not.toMatch(/did you mean|hello/iu);
  });
});

describe('an error on its way out', () => {
  const format = formatErrors(() => undefined);
  const out = (error: GraphQLError): GraphQLFormattedError =>
    format(
      { message: error.message, extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions } },
      error,
    );

  it("of type-graphql is put into this API's words, and does not echo the input", () => {
    expect(out(new AuthorizationError('no')).extensions).toEqual(general('FORBIDDEN'));
    expect(out(new ArgumentValidationError([{ target: { secret: 1 } } as never])).extensions).toEqual(
      general('BAD_USER_INPUT'),
    );
  });

  it('with a code nobody declared is a fault', () => {
    expect(out(new GraphQLError('x', { extensions: { code: 'OOPS' } })).extensions?.['code']).toBe(
      'INTERNAL_SERVER_ERROR',
    );
  });
});

describe('the log', () => {
  it('is one line a record, whatever a name contains (T39)', async () => {
    const api = await startApi(exampleSchema(), () =>
      Promise.reject(new Error('a\r\n{"level":50}\u2028\u001b[31mred\u0085\u202e')),
    );
    const { status, errors } = await api.query('{ hello }');
    const lines = [...api.log];
    await api.close();
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\n\r\u2028\u2029\u001b\u0085\u202e]/u);
    expect((JSON.parse(lines[0] ?? '') as { message: string }).message).toContain('a\r\n');
  });

  it('holds no address, no token and no document of a request', async () => {
    const api = await startApi(exampleSchema(), byRoleName);
    await api.query('{ hello boom }', {}, 'teacher');
    const log = api.log.join('\n');
    await api.close();
    expect(log).toContain('TypeError');
    expect(log).not.toMatch(/127\.0\.0\.1|::1|teacher|hello/u);
  });
});
