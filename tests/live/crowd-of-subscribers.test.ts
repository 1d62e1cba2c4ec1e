import type { Client } from 'graphql-ws';
import { foundCollege, type College } from '../support/college.ts';
import { listen, socketClient, type Listening } from '../support/live-client.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

const SOCKETS = 50;
const EACH = 20;

const PAGE = `subscription ($page: ID!, $after: Position) {
  gradebookChanged(journalId: $page, after: $after) { position cells { studentId value } } }`;

let served: ServedHouse;
let college: College;
let clients: readonly Client[] = [];

beforeAll(async () => {
  served = await serveHouse({
    liveLimits: { connectionsOfAccount: SOCKETS, subscriptionsOfAccount: SOCKETS * EACH },
  });
  college = await foundCollege(served);
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await served.close();
});

it('a thousand open subscriptions on one server are each told of a mark, once', async () => {
  const page = college.journals.algebra;
  const { gradebook } = await college
    .as('teacher')
    .read('query ($page: ID!) { gradebook(journalId: $page) { revision } }', { page });
  const after = (gradebook as { readonly revision: string }).revision;
  clients = Array.from({ length: SOCKETS }, () => socketClient(served.origin, college.as('curator').token));
  const listeners: readonly Listening[] = clients.flatMap((client) =>
    Array.from({ length: EACH }, () => listen(client, PAGE, { page, after })),
  );

  const teacher = college.as('teacher');
  const lesson = { journalId: page, lessonId: college.lessons.today };
  await teacher.do('conductLesson', {
    ...lesson,
    deliveryForm: 'IN_PERSON',
    workTypes: ['LESSON_WORK'],
    topic: 'Корни',
  });
  await teacher.do('recordMark', {
    ...lesson,
    studentId: college.students.petrov,
    workType: 'LESSON_WORK',
    value: '5',
  });

  const told = await Promise.all(
    listeners.map(async (listener) => {
      const positions: bigint[] = [];
      for (;;) {
        const { data } = await listener.next();
        const change = data?.['gradebookChanged'] as {
          readonly position: string;
          readonly cells: readonly { readonly value: string }[];
        };
        positions.push(BigInt(change.position));
        if (change.cells.length > 0) return { positions, values: change.cells.map(({ value }) => value) };
      }
    }),
  );
  expect(told).toHaveLength(SOCKETS * EACH);
  expect(told.every(({ values }) => values.join() === '5')).toBe(true);
  expect(told.every(({ positions }) => new Set(positions).size === positions.length)).toBe(true);
  expect(served.live?.open()).toEqual({ connections: SOCKETS, subscriptions: SOCKETS * EACH });
});
