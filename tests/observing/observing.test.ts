import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { UNOBSERVED } from '../../src/observing-settings.ts';
import { serve } from '../../src/serve.ts';
import { StartFault } from '../../src/start-fault.ts';
import { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { uuidIn } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { receiveTraces, type TraceReceiver } from '../support/trace-receiver.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What must be found nowhere that operators look. */
const CANARY = 'kanareika-4711';

const RECORD =
  'mutation Entered($id: UUID!, $input: RecordMarkInput!) { recordMark(commandId: $id, input: $input) { accepted } }';
const CORRECT =
  'mutation ($id: UUID!, $input: CorrectMarkInput!) { correctMark(commandId: $id, input: $input) { accepted } }';
const HISTORY =
  'query ($s: ID!, $j: ID!) { markHistory(studentId: $s, journalId: $j) { requestId provedBy provedAt reason } }';

interface Entry {
  readonly requestId: string | null;
  readonly provedBy: string | null;
  readonly provedAt: string | null;
  readonly reason: string | null;
}

let traces: TraceReceiver;
let served: ServedHouse;
let college: College;
let corrected: string;
let isClosed = false;
const close = async (): Promise<void> => {
  if (!isClosed) await served.close();
  isClosed = true;
};

const historyAs = async (who: 'auditor' | 'teacher'): Promise<readonly Entry[]> => {
  const variables = { s: college.students.petrov, j: college.journals.algebra };
  return (await college.as(who).read(HISTORY, variables))['markHistory'] as readonly Entry[];
};

/** What was written of requests: the first line says where the server listens. */
const lines = (): readonly Readonly<Record<string, unknown>>[] =>
  served.log.slice(1).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

beforeAll(async () => {
  traces = await receiveTraces();
  served = await serveHouse(
    {},
    {
      observing: {
        ...UNOBSERVED,
        logLevel: 'info',
        metrics: { host: '127.0.0.1', port: 0 },
        traces: { url: traces.url, service: 'gradeledger', ratio: 1 },
      },
    },
  );
  college = await foundCollege(served);
  const cell = {
    ...{ journalId: college.journals.algebra, lessonId: college.lessons.yesterday },
    ...{ studentId: college.students.petrov, workType: 'LESSON_WORK' },
  };
  const teacher = college.as('teacher');
  await teacher.do('conductLesson', {
    ...{ journalId: cell.journalId, lessonId: cell.lessonId, deliveryForm: 'IN_PERSON' },
    ...{ workTypes: ['LESSON_WORK'], topic: CANARY },
  });
  await teacher.read(RECORD, { id: randomUUID(), input: { ...cell, value: '4' } });
  const input = { ...cell, value: '5', expectedRevision: 0, reason: CANARY };
  const answer = await teacher.query(CORRECT, { id: randomUUID(), input });
  corrected = answer.headers.get('x-request-id') ?? '';
  const head = await served.house.log.head(college.id);
  await served.projector.waitFor('audit-trail', college.id, head, 60_000);
});
afterAll(async () => {
  await close();
  await traces.close();
});

describe('the id of a request', () => {
  it('is in its answer, and not the one that a stranger sends', async () => {
    const given = randomUUID();
    const response = await fetch(`${served.origin}/nowhere`, { headers: { 'x-request-id': given } });
    expect(response.headers.get('x-request-id')).toMatch(UUID);
    expect(response.headers.get('x-request-id')).not.toBe(given);
  });

  it('is in the events of its commands, with how whoever acted had proved who they are (T-57)', async () => {
    const entry = (await historyAs('auditor')).at(-1);
    expect(entry).toMatchObject({ requestId: corrected, provedBy: 'CODE', reason: CANARY });
    expect(Date.parse(entry?.provedAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('is nothing that a teacher sees of others, as the session and the command are not', async () => {
    expect((await historyAs('teacher')).at(-1)).toMatchObject({
      requestId: null,
      provedBy: null,
      provedAt: null,
    });
  });

  it('is in its line of the log, with the operation, the college and how it ended', () => {
    expect(lines().find(({ requestId }) => requestId === corrected)).toMatchObject({
      ...{ msg: 'request', method: 'POST', route: '/graphql', operation: 'other', status: 200 },
      college: college.id,
    });
  });
});

describe('what operators see', () => {
  it('holds nobody’s name, text, password, token or variable, whatever was asked', async () => {
    const { origin } = served;
    const stranger = new ApiClient(origin, `gl_${CANARY}`);
    await stranger.query(`query ${CANARY.replaceAll('-', '_')} { viewer { roles } }`);
    await stranger.query(`{ nothing(name: "${CANARY}") }`);
    await stranger.query('mutation ($n: String!) { signInWithPassword(name: $n, password: $n) { token } }', {
      n: CANARY,
    });
    await fetch(`${origin}/graphql`, {
      method: 'POST',
      body: `{"query": "${CANARY}`,
      headers: { 'content-type': 'application/json' },
    });
    await fetch(`${origin}/provider/callback?code=${CANARY}&state=${CANARY}`, { redirect: 'manual' });
    await fetch(`${origin}/${CANARY}?token=${CANARY}`, { headers: { cookie: CANARY, 'user-agent': CANARY } });
    await fetch(`${origin}/exports/${CANARY}`, { headers: { authorization: `Bearer ${CANARY}` } });

    const written = served.log.slice(1).join('');
    expect(written).not.toMatch(/kanareika/u);
    expect(written).not.toMatch(/Петров|petrov/iu);
    expect(written).not.toContain('127.0.0.1');
    expect(written).not.toContain(uuidIn(college.accounts.teacher));
    expect(written).not.toContain(college.as('teacher').token ?? 'no token');
    expect(lines().every(({ requestId }) => UUID.test(String(requestId)))).toBe(true);
    expect(lines().flatMap(({ codes }) => codes ?? [])).toEqual(
      expect.arrayContaining(['UNAUTHENTICATED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'NOT_FOUND']),
    );
  });

  it('is measured where operators are let in, and nowhere else', async () => {
    expect((await fetch(`${served.origin}/metrics`)).status).toBe(404);
    const url = served.metricsUrl ?? '';
    expect((await fetch(url.replace('/metrics', '/'))).status).toBe(404);
    const response = await fetch(url);
    const metrics = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    for (const name of [
      `gradeledger_log_head_position{college="${college.id}"}`,
      `gradeledger_projection_lag_events{college="${college.id}",projection="gradebook"} 0`,
      `gradeledger_projection_lag_seconds{college="${college.id}",projection="audit-trail"} 0`,
      `gradeledger_signed_size{college="${college.id}"} 0`,
      `gradeledger_log_blocked{college="${college.id}"} 0`,
      'gradeledger_request_duration_seconds_count{route="/graphql",operation="other"}',
      'gradeledger_errors_total{code="GRAPHQL_VALIDATION_FAILED"}',
      'gradeledger_commands_total{outcome="accepted"}',
      'gradeledger_append_batch_size_count',
      'gradeledger_projection_wait_seconds_count',
      'gradeledger_live_open{what="subscriptions"} 0',
      'gradeledger_pool_connections{role="app",state="idle"}',
      'process_cpu_seconds_total',
    ])
      expect(metrics).toContain(name);
    expect(metrics).not.toMatch(/kanareika|Петров/u);
  });

  it('is said to be taken where another server measures there already', async () => {
    const port = Number(new URL(served.metricsUrl ?? '').port);
    const observing = { ...UNOBSERVED, metrics: { host: '127.0.0.1', port } };
    const second = serve(served.house, { host: '127.0.0.1', port: 0, observing });
    await expect(second).rejects.toMatchObject({
      name: StartFault.name,
      message: `Metrics cannot be served at 127.0.0.1, port ${port}: choose others with METRICS_HOST and METRICS_PORT.`,
    });
  });

  it('says that the server is ready, and how far everything has come', async () => {
    const response = await fetch(`${served.origin}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', reasons: [] }]);
    const { projectorStatus } = await college
      .as('auditor')
      .read(
        '{ projectorStatus { head signedSize stoppedBecause projections { projection state position lag fault } } }',
      );
    expect(projectorStatus).toMatchObject({ signedSize: '0', stoppedBecause: null });
    const { projections } = projectorStatus as {
      readonly projections: readonly { readonly projection: string }[];
    };
    expect(projections).toHaveLength(served.readModels.models.length);
    expect(projections.find(({ projection }) => projection === 'gradebook')).toMatchObject({
      state: 'FOLLOWING',
    });
  });

  it('is for those who watch over the journal, and not for a teacher', async () => {
    const { errors } = await college.as('teacher').query('{ projectorStatus { head } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('a read model that can go no further', () => {
  it('is told by readiness, without a word of which college or why, and to auditors with both', async () => {
    const event = {
      id: v7(),
      type: 'FromTheFuture',
      version: 1,
      body: '{"type":"FromTheFuture","v":1}',
      sealed: [],
    };
    const { now: at } = college.clock;
    const outcome = await served.house.log.append(college.id, {
      ...{ commandId: randomUUID(), fingerprint: '0'.repeat(64), at, checks: [] },
      writes: [{ stream: 'journal-later', expected: -1, events: [event] }],
    });
    const position = outcome.status === 'appended' ? outcome.last : 0n;
    await served.projector.waitFor('audit-trail', college.id, position, 60_000);
    let response = await fetch(`${served.origin}/readyz`);
    while (response.status === 200) response = await fetch(`${served.origin}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'failing', reasons: ['PROJECTION_STOPPED'] },
    ]);
    const { projectorStatus } = await college
      .as('auditor')
      .read('{ projectorStatus { projections { projection state lag fault } } }');
    const { projections } = projectorStatus as {
      readonly projections: readonly { readonly projection: string }[];
    };
    expect(projections.find(({ projection }) => projection === 'audit-trail')).toMatchObject({
      ...{ state: 'STOPPED', lag: 1 },
      fault: expect.stringContaining(`Position ${String(position)}`) as string,
    });
  });
});

describe('the trace of a request', () => {
  it('has its id, a span for each step, and nothing of whom or what it is about', async () => {
    await close();
    const own = traces.spans.filter(({ traceId }) => traceId === corrected.replaceAll('-', ''));
    const root = own.find(({ parentSpanId }) => !parentSpanId);
    expect(root?.name).toBe('/graphql other');
    expect(own.filter((span) => span !== root).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['decide', 'append', 'projection wait']),
    );
    expect(
      own.filter((span) => span !== root).every(({ parentSpanId }) => parentSpanId === root?.spanId),
    ).toBe(true);
    const sent = traces.bodies.join('');
    expect(sent).not.toMatch(/kanareika|Петров|127\.0\.0\.1/u);
    expect(sent).not.toContain(uuidIn(college.accounts.teacher));
  });
});
