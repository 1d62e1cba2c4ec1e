import { randomUUID } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange } from '@urql/core';
import type { DocumentNode } from 'graphql';
import {
  ConductLessonDocument,
  DiaryDocument,
  EditWindowsDocument,
  LearnersDocument,
  LockAttestationPeriodDocument,
  MarkHistoryDocument,
  PageHeaderDocument,
  PageMarksDocument,
  RecordMarkDocument,
  RefusedAttemptsDocument,
  TeacherJournalsDocument,
} from '../../schema/documents/documents.ts';
import { serve, type Serving } from '../../src/serve.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { EXECUTOR } from '../support/executor.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let production: Serving;
let lesson: { readonly journalId: string; readonly lessonId: string };

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const options = { host: '127.0.0.1', port: 0, trustedOnly: true };
  production = await serve(served.house, options, { executor: EXECUTOR, log: { write: () => undefined } });
  lesson = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday };
});
afterAll(async () => {
  await production.close();
  await served.close();
});

const PREFLIGHT = { 'apollo-require-preflight': '1' };

/** The hash that stands in a typed document. */
const hashIn = (document: DocumentNode): string =>
  (document as DocumentNode & { readonly __meta__: { readonly hash: string } }).__meta__.hash;

const headersOf = (person: Person) => ({
  ...PREFLIGHT,
  authorization: `Bearer ${college.as(person).token ?? ''}`,
});

describe('@apollo/client, at a server that takes trusted documents alone,', () => {
  const methods: string[] = [];
  const clientOf = (person: Person) =>
    new ApolloClient({
      cache: new InMemoryCache(),
      link: new PersistedQueryLink({
        generateHash: hashIn,
        useGETForHashedQueries: true,
      }).concat(
        new HttpLink({
          uri: `${production.origin}/graphql`,
          headers: headersOf(person),
          fetch: (input, init) => {
            methods.push(init?.method ?? 'GET');
            return fetch(input, init);
          },
        }),
      ),
    });

  it('plays a teacher’s page: opens it, gives a mark, and sees it there', async () => {
    const teacher = clientOf('teacher');
    const { data } = await teacher.query({ query: TeacherJournalsDocument });
    const page = data?.journals.find(({ id }) => id === lesson.journalId);
    expect(page).toMatchObject({ __typename: 'Journal', group: { name: 'ИС-11' } });

    const header = await teacher.query({
      query: PageHeaderDocument,
      variables: { journalId: lesson.journalId },
    });
    const student = header.data?.journal?.group?.students[0];
    expect(student?.familyName).toMatch(/^Фамилия-/u);

    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Числа' } as const;
    const conducted = await teacher.mutate({
      mutation: ConductLessonDocument,
      variables: { commandId: randomUUID(), input: held },
    });
    expect(conducted.data?.conductLesson.accepted).toBe(true);
    const recorded = await teacher.mutate({
      mutation: RecordMarkDocument,
      variables: {
        commandId: randomUUID(),
        input: { ...lesson, studentId: student?.id ?? '', workType: 'TEST', value: '5' },
      },
    });
    const { cell, position } = recorded.data?.recordMark ?? {};
    expect(cell).toMatchObject({ marks: [{ workType: 'TEST', value: '5' }] });

    const marks = await teacher.query({
      query: PageMarksDocument,
      variables: { journalId: lesson.journalId, minPosition: position ?? null },
      fetchPolicy: 'network-only',
    });
    const columns = marks.data?.gradebook?.columns;
    const line = columns?.lines.find(({ studentId }) => studentId === student?.id);
    expect(line?.values[columns?.lessonIds.indexOf(lesson.lessonId) ?? -1]).toBe('5');
    expect(new Set(methods)).toEqual(new Set(['GET', 'POST']));
  });

  it('reads a refusal by its type, with what only that type tells', async () => {
    const { data } = await clientOf('teacher').mutate({
      mutation: RecordMarkDocument,
      variables: {
        commandId: randomUUID(),
        input: {
          journalId: lesson.journalId,
          lessonId: college.lessons.old,
          studentId: college.students.petrov,
          workType: 'LESSON_WORK',
          value: '4',
        },
      },
    });
    const [refusal] = data?.recordMark.userErrors ?? [];
    if (refusal?.__typename !== 'EditWindowClosed') throw new Error(JSON.stringify(data));
    expect([refusal.closedOn, refusal.clause, refusal.mayRequestGrant]).toEqual([
      '2026-10-26',
      '003 §3.3 L89',
      true,
    ]);
  });

  it('learns by its code what a role never may', async () => {
    const asked = clientOf('ivanova').query({ query: RefusedAttemptsDocument, variables: { filter: {} } });
    const error: unknown = await asked.catch((refused: unknown) => refused);
    if (!CombinedGraphQLErrors.is(error)) throw new Error(String(error));
    expect(error.errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      fields: expect.arrayContaining(['Query.refusedAttempts']) as unknown,
    });
  });
});

describe('a screen that asks whether its page has changed', () => {
  const ask = (etag = '') => {
    const search = new URLSearchParams({
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashIn(PageMarksDocument) } }),
      variables: JSON.stringify({ journalId: college.journals.physics }),
    });
    return fetch(`${production.origin}/graphql?${search.toString()}`, {
      headers: { ...headersOf('deputy'), ...(etag && { 'if-none-match': etag }) },
    });
  };

  it('is sent it again only after somebody wrote on it', async () => {
    const marks: string[] = [];
    for (let time = 0; time < 3; time += 1) marks.push((await ask()).headers.get('etag') ?? '');
    const [etag = ''] = marks;
    expect(new Set(marks).size).toBe(1);
    expect((await ask(etag)).status).toBe(304);

    const input = { journalId: college.journals.physics, lessonId: college.lessons.physics };
    const held = { ...input, deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Силы' };
    await college.as('colleague').do('conductLesson', held);
    const { position } = await college
      .as('colleague')
      .do('recordMark', { ...input, studentId: college.students.petrova, workType: 'TEST', value: '4' });
    for (const { name } of production.readModels.models)
      await production.projector.waitFor(name, college.id, BigInt(position ?? 0), 30_000);
    const changed = await ask(etag);
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('is not answered for another: each viewer has what they may see', async () => {
    const { status } = await fetch((await ask()).url, { headers: PREFLIGHT });
    expect(status).toBe(401);
  });
});

describe('@urql/core, at a server that takes trusted documents alone,', () => {
  const clientOf = (person: Person) =>
    new Client({
      url: `${production.origin}/graphql`,
      preferGetMethod: 'force',
      fetchOptions: { headers: headersOf(person) },
      exchanges: [
        mapExchange({
          onOperation: (operation) =>
            makeOperation(operation.kind, {
              ...operation,
              extensions: {
                persistedQuery: { version: 1, sha256Hash: hashIn(operation.query) },
              },
            }),
        }),
        cacheExchange,
        fetchExchange,
      ],
    });

  it('plays a diary: whose it is, and what was given there', async () => {
    const student = clientOf('ivanova');
    const { data, error } = await student.query(LearnersDocument, {}).toPromise();
    expect(error).toBeUndefined();
    const studentId = data?.viewer.students?.[0]?.id ?? '';
    expect(studentId).toBe(college.students.ivanova);
    const diary = await student
      .query(DiaryDocument, { studentId, from: '2026-10-05', until: '2026-11-20' })
      .toPromise();
    expect(diary.error).toBeUndefined();
    expect(diary.data?.diary.map(({ date }) => date)).toContain('2026-10-05');
  });

  it('plays an administrator’s windows, and locks a period', async () => {
    const administrator = clientOf('administrator');
    const windows = await administrator.query(EditWindowsDocument, { filter: {} }).toPromise();
    expect(windows.error).toBeUndefined();
    expect(windows.data?.editWindows.length).toBeGreaterThan(0);
    const locked = await administrator
      .mutation(LockAttestationPeriodDocument, {
        commandId: randomUUID(),
        input: { periodId: college.period, reason: null },
      })
      .toPromise();
    expect(locked.error).toBeUndefined();
    expect(locked.data?.lockAttestationPeriod).toMatchObject({ accepted: true, userErrors: [] });
  });

  it('plays an auditor’s trail of a mark, down to the rule of each entry', async () => {
    const { data, error } = await clientOf('auditor')
      .query(MarkHistoryDocument, {
        studentId: college.students.ivanova,
        journalId: lesson.journalId,
        lessonId: college.lessons.old,
      })
      .toPromise();
    expect(error).toBeUndefined();
    expect(data?.markHistory[0]).toMatchObject({ kind: 'MARK_RECORDED', rule: { clause: '003 §3.3 L89' } });
  });
});
