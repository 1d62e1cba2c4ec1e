import { createClient as createStreamClient } from 'graphql-sse';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  AttendanceChangedDocument,
  AuditTrailChangedDocument,
  DiaryChangedDocument,
  EditWindowChangedDocument,
  GradebookChangedDocument,
  type GradebookChangedSubscription,
} from '../../schema/documents/documents.ts';
import { serve, type Serving } from '../../src/serve.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { EXECUTOR } from '../support/executor.ts';
import { followed, nextOf } from '../support/followed.ts';
import { listen, listenByStream, socketClient } from '../support/live-client.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* A front end follows what happens by the typed documents, at a server that takes no others. */
let served: ServedHouse;
let college: College;
let production: Serving;
const clients: Client[] = [];

const clientOf = (person: Person, options: Partial<ClientOptions> = {}): Client => {
  const client = createClient({
    url: `${production.origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${college.as(person).token ?? ''}` },
    ...options,
  });
  clients.push(client);
  return client;
};
const algebra = (lesson: 'today' | 'yesterday') => ({
  journalId: college.journals.algebra,
  lessonId: college.lessons[lesson],
});
const mark = async (
  lesson: 'today' | 'yesterday',
  student: 'ivanova' | 'petrov' | 'sidorov',
  value: string,
) => {
  const { accepted } = await college.as('teacher').do('recordMark', {
    ...algebra(lesson),
    studentId: college.students[student],
    workType: 'LESSON_WORK',
    value,
  });
  expect(accepted).toBe(true);
};
const headOf = async (): Promise<string> => String(await served.house.log.head(college.id));
const valuesIn = ({ gradebookChanged: { cells } }: GradebookChangedSubscription) =>
  cells.map(({ value }) => value).sort();

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const options = { host: '127.0.0.1', port: 0, trustedOnly: true };
  production = await serve(served.house, options, { executor: EXECUTOR, log: { write: () => undefined } });
  for (const lesson of ['yesterday', 'today'] as const)
    await college.as('teacher').do('conductLesson', {
      ...algebra(lesson),
      deliveryForm: 'IN_PERSON',
      workTypes: ['LESSON_WORK'],
      topic: 'Уравнения',
    });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(async () => {
  await production.close();
  await served.close();
});

describe('graphql-ws, at a server that takes trusted documents alone, follows by their hash', () => {
  it('a page as its teacher sees it, and as a student sees their own line of it', async () => {
    const after = await headOf();
    const variables = { journalId: college.journals.algebra, after };
    const page = followed(clientOf('teacher'), GradebookChangedDocument, variables);
    const diary = followed(clientOf('ivanova'), DiaryChangedDocument, variables);
    await mark('today', 'petrov', '3');
    await mark('today', 'ivanova', '5');
    const told: string[] = [];
    while (told.length < 2) told.push(...valuesIn(await nextOf(page)).map(String));
    expect(told.sort()).toEqual(['3', '5']);
    const { gradebookChanged } = await nextOf(diary);
    expect(gradebookChanged.cells).toMatchObject([{ studentId: college.students.ivanova, value: '5' }]);
  });

  it('attendance while it is taken', async () => {
    const variables = { journalId: college.journals.algebra, after: await headOf() };
    const attendance = followed(clientOf('teacher'), AttendanceChangedDocument, variables);
    await college
      .as('teacher')
      .do('recordAbsence', { ...algebra('today'), studentId: college.students.sidorov });
    const { attendanceChanged } = await nextOf(attendance);
    expect(attendanceChanged.cells).toMatchObject([
      { studentId: college.students.sidorov, attendance: 'ABSENT', hoursMissed: 2 },
    ]);
  });

  it('the edit windows of a page, as a lesson is put on it', async () => {
    const variables = { journalId: college.journals.physics, after: await headOf() };
    const windows = followed(clientOf('administrator'), EditWindowChangedDocument, variables);
    const { id } = await college.as('administrator').do('scheduleLesson', {
      journalId: college.journals.physics,
      date: '2026-11-23',
      startsAt: '10:15',
      deliveryForm: 'IN_PERSON',
    });
    const { editWindowChanged } = await nextOf(windows);
    expect(editWindowChanged.lessonIds).toEqual([id]);
  });

  it('the trail, with the rule of each entry', async () => {
    const variables = { filter: { kinds: ['MARK_RECORDED'] }, after: await headOf() } as const;
    const trail = followed(clientOf('auditor'), AuditTrailChangedDocument, variables);
    await mark('today', 'sidorov', '4');
    const { auditTrailChanged } = await nextOf(trail);
    expect(auditTrailChanged.entries).toMatchObject([
      { kind: 'MARK_RECORDED', to: '4', rule: { clause: '003 §3.3 L89' } },
    ]);
  });

  it('and follows no text', async () => {
    const text = 'subscription { auditTrailChanged { position } }';
    const socket = socketClient(production.origin, college.as('auditor').token);
    clients.push(socket);
    expect(await listen(socket, text).ended).toMatchObject([
      { extensions: { code: 'PERSISTED_QUERY_REQUIRED' } },
    ]);
    const stream = listenByStream(production.origin, college.as('auditor'), text);
    expect(String(await stream.ended)).toMatch(/400|Bad Request/u);
  });
});

describe('who was away', () => {
  it('is told by graphql-ws of what happened meanwhile, each change once: it comes back by itself', async () => {
    const written = Promise.withResolvers<undefined>();
    const client = clientOf('teacher', { retryWait: () => written.promise });
    const variables = { journalId: college.journals.algebra, after: await headOf() };
    const page = followed(client, GradebookChangedDocument, variables);
    await mark('yesterday', 'ivanova', '5');
    const first = await nextOf(page);
    expect(valuesIn(first)).toEqual(['5']);
    variables.after = first.gradebookChanged.position;

    client.terminate();
    await mark('yesterday', 'petrov', '3');
    await mark('yesterday', 'sidorov', '4');
    written.resolve(undefined);
    const caught = await nextOf(page);
    expect(valuesIn(caught)).toEqual(['3', '4']);
    expect(BigInt(caught.gradebookChanged.position)).toBeGreaterThan(BigInt(variables.after));
  });

  it('is told the same by graphql-sse', async () => {
    const cut = new AbortController();
    const written = Promise.withResolvers<undefined>();
    const client = createStreamClient({
      url: `${production.origin}/graphql`,
      headers: { authorization: `Bearer ${college.as('auditor').token ?? ''}` },
      retry: () => written.promise,
      fetchFn: (url: string, init: RequestInit) =>
        fetch(url, {
          ...init,
          ...(!cut.signal.aborted && init.signal && { signal: AbortSignal.any([init.signal, cut.signal]) }),
        }),
    });
    const variables = {
      filter: { kinds: ['MARK_CORRECTED'] },
      after: await headOf(),
    } as const satisfies Record<string, unknown>;
    const asked: { filter: typeof variables.filter; after: string } = { ...variables };
    const correct = (value: string, expectedRevision: number) =>
      college.as('teacher').do('correctMark', {
        ...algebra('yesterday'),
        studentId: college.students.ivanova,
        workType: 'LESSON_WORK',
        value,
        expectedRevision,
        reason: 'Описка',
      });
    const trail = followed(client, AuditTrailChangedDocument, asked);
    await correct('4', 0);
    const first = (await nextOf(trail)).auditTrailChanged;
    expect(first.entries.map(({ to }) => to)).toEqual(['4']);
    asked.after = first.position;

    cut.abort();
    await correct('3', 1);
    await correct('2', 2);
    written.resolve(undefined);
    const told: (string | null)[] = [];
    while (told.length < 2) told.push(...(await nextOf(trail)).auditTrailChanged.entries.map(({ to }) => to));
    expect(told).toEqual(['3', '2']);
    client.dispose();
  });
});
