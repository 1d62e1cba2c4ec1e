import type { Client } from 'graphql-ws';
import { foundCollege, type College } from '../support/college.ts';
import { listen, listenByStream, socketClient, type Listening } from '../support/live-client.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T18 (and T05): somebody subscribes while they may, and goes on listening when they may not. Nothing that
 * happened after the end of the right is told, and the subscription is closed though nothing happens.
 */
const PAGE = `subscription ($page: ID!) { gradebookChanged(journalId: $page) { position cells { value } lessons { id } } }`;

let served: ServedHouse;
let college: College;
const clients: Client[] = [];

const codeOf = (by: unknown): unknown =>
  Array.isArray(by)
    ? (by as readonly { readonly extensions?: { readonly code?: string } }[])[0]?.extensions?.code
    : (by as { readonly code?: number }).code;

const open = async (listeners: number): Promise<void> => {
  const until = performance.now() + 20_000;
  while ((served.live?.open().subscriptions ?? 0) < listeners && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

const subscribe = async (person: 'teacher' | 'curator' | 'colleague', page: string): Promise<Listening> => {
  const before = served.live?.open().subscriptions ?? 0;
  const client = socketClient(served.origin, college.as(person).token);
  clients.push(client);
  const listening = listen(client, PAGE, { page });
  await open(before + 1);
  return listening;
};

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await served.close();
});

describe('attack T18: a subscriber whose right has ended', () => {
  it('is told nothing that happened after it, and is closed with a reason', async () => {
    const page = await subscribe('colleague', college.journals.physics);
    const told: unknown[] = [];
    void (async () => {
      for (;;) told.push(await page.next());
    })().catch(() => undefined);
    const { accepted } = await college.as('administrator').do('releaseTeacher', {
      journalId: college.journals.physics,
      accountId: college.accounts.colleague,
    });
    expect(accepted).toBe(true);
    await college.as('administrator').do('scheduleLesson', {
      journalId: college.journals.physics,
      date: '2026-11-23',
      startsAt: '10:15',
      deliveryForm: 'IN_PERSON',
    });
    expect(codeOf(await page.ended)).toBe('FORBIDDEN');
    expect(told).toEqual([]);
  });

  it('is closed though nothing happens, when the session ends: over a WebSocket with 4401', async () => {
    const page = await subscribe('curator', college.journals.algebra);
    await college.as('curator').read('mutation { signOut }');
    expect(codeOf(await page.ended)).toBe(4401);
  });

  it('and as server-sent events with the error UNAUTHENTICATED', async () => {
    const before = served.live?.open().subscriptions ?? 0;
    const stream = listenByStream(served.origin, college.as('deputy'), PAGE, {
      page: college.journals.algebra,
    });
    await open(before + 1);
    await college.as('deputy').read('mutation { signOut }');
    const { errors } = await stream.next();
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect(await stream.ended).toBe('complete');
  });
});
