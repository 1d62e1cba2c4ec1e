import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* Server-sent events come from the same address as any other answer, under the same rules. */
const TRAIL = 'subscription { auditTrailChanged(after: "0") { position entries { kind } } }';

let served: ServedHouse;
let college: College;

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body,
  });
const by = (person: 'auditor' | 'teacher') => ({
  authorization: `Bearer ${college.as(person).token ?? ''}`,
});
const codeOf = async (response: Response): Promise<unknown> => {
  const { errors } = (await response.json()) as {
    readonly errors: readonly { readonly extensions: { readonly code: string } }[];
  };
  return [response.status, errors[0]?.extensions.code];
};

beforeAll(async () => {
  served = await serveHouse({ liveLimits: { connectionsOfAccount: 2 } });
  college = await foundCollege(served);
});
afterAll(() => served.close());

describe('server-sent events', () => {
  it('are a stream that nobody keeps', async () => {
    const response = await post(JSON.stringify({ query: TRAIL }), by('auditor'));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('\n\nevent: next') && !text.includes('COLLEGE_FOUNDED'))
      text += (await reader?.read())?.value ?? '';
    expect(text).toContain('event: next');
    await reader?.cancel();
  });

  it('are refused without a session, to a role that may not, and where the document is none', async () => {
    const query = JSON.stringify({ query: TRAIL });
    expect(await codeOf(await post(query))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(await post(query, by('teacher')))).toEqual([403, 'FORBIDDEN']);
    expect(await codeOf(await post('{"query":"subscription {"}', by('auditor')))).toEqual([
      400,
      'GRAPHQL_PARSE_FAILED',
    ]);
    expect(await codeOf(await post('{}', by('auditor')))).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('are none that another site could ask for (T06)', async () => {
    const response = await post(JSON.stringify({ query: TRAIL }), {
      ...by('auditor'),
      'content-type': 'text/plain',
    });
    expect(response.status).toBe(415);
  });

  it('are limited per account', async () => {
    const query = JSON.stringify({ query: TRAIL });
    const streams = [await post(query, by('auditor')), await post(query, by('auditor'))];
    expect(streams.map(({ status }) => status)).toEqual([200, 200]);
    expect(await codeOf(await post(query, by('auditor')))).toEqual([429, 'RATE_LIMITED']);
    for (const { body } of streams) await body?.cancel();
  });
});
