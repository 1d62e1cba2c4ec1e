import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { globalId } from '../../schema/global-id.ts';
import type { BenchClient } from './bench-client.ts';
import type { Soak } from './soak-load.ts';

/** How long a screen stays open before its reader turns to another page, in milliseconds. */
const [SHORTEST_MS, LONGEST_MS] = [20_000, 60_000];

const ofPage = (field: string, selection: string): string =>
  `subscription ($journal: ID!, $after: Position) {
    told: ${field}(journalId: $journal, after: $after) { position ${selection} } }`;

/** What the screen of a page listens to. */
const PAGE = [
  ofPage('gradebookChanged', 'isPageChanged cells { studentId lessonId value revision }'),
  ofPage('attendanceChanged', 'cells { studentId lessonId }'),
  ofPage('editWindowChanged', 'lessonIds'),
];

const TRAIL = `subscription ($after: Position) {
  told: auditTrailChanged(after: $after) { position entries { position kind recordedAt } } }`;

interface Told {
  readonly told: { readonly position: string };
}

const socketOf = ({ origin, token }: BenchClient): Client =>
  createClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token ?? ''}` },
    retryAttempts: 0,
  });

/** Listens until it is told to stop, counts what it was told, and gives the position to come back with. */
const listenTo = async (
  soak: Soak,
  { client, query, variables }: { client: Client; query: string; variables: Record<string, unknown> },
  stop: AbortSignal,
): Promise<string | null> => {
  let after: string | null = null;
  const answers = client.iterate<Told>({ query, variables });
  stop.addEventListener('abort', () => void answers.return?.(), { once: true });
  for await (const { data, errors } of answers) {
    if (!data) throw new Error(`A subscription of the soak ended: ${JSON.stringify(errors)}`);
    after = data.told.position;
    soak.count.told += 1;
  }
  return after;
};

/** One screen after another: opens a page's subscriptions and the trail's, leaves, and takes the trail up where it left it. */
export const watching = async (soak: Soak, nth: number): Promise<void> => {
  let after: string | null = String(soak.head);
  while (!soak.signal.aborted) {
    const page = soak.pages[(nth * 7 + soak.count.screens) % soak.pages.length];
    const teacher = page && soak.teachers.get(page.teacher);
    if (!teacher) throw new Error('The soak has no page to watch.');
    const [ofTeacher, ofTrail] = [socketOf(teacher), socketOf(soak.administrator)];
    const stay = Math.round(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS));
    const stop = AbortSignal.any([soak.signal, AbortSignal.timeout(stay)]);
    const variables = { journal: globalId('Journal', page.journal), after: String(soak.head) };
    const [seen]: readonly (string | null)[] = await Promise.all([
      listenTo(soak, { client: ofTrail, query: TRAIL, variables: { after } }, stop),
      ...PAGE.map((query) => listenTo(soak, { client: ofTeacher, query, variables }, stop)),
    ]);
    after = seen ?? after;
    await Promise.all([ofTeacher.dispose(), ofTrail.dispose()]);
    soak.count.screens += 1;
    await sleep(Math.random() * 1_000);
  }
};
