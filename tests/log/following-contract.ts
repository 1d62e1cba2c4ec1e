import type { SealedLog, StoredEvent } from '../../src/log/event-log.ts';
import { appendOne, college } from './requests.ts';

/** Reads on until the position is reached, then leaves. */
export async function followUntil(log: SealedLog, college: string, after: bigint, last: bigint) {
  const seen: StoredEvent[] = [];
  const leaving = new AbortController();
  for await (const page of log.subscribe(college, after, leaving.signal)) {
    seen.push(...page);
    if ((seen.at(-1)?.position ?? 0n) >= last) leaving.abort();
  }
  return seen;
}

/** Every position from one to another. */
export const positions = (first: number, last: number): bigint[] =>
  Array.from({ length: last - first + 1 }, (_, i) => BigInt(first + i));

/** Subscribers: none skipped, none twice, no gap. */
export function followingContract(make: () => SealedLog): void {
  const tenant = college();
  let log: SealedLog;
  beforeEach(async () => {
    Object.assign(tenant, college());
    log = make();
    await log.open(tenant);
  });
  afterEach(() => log.close());

  const writeMany = (writers: number, each: number) =>
    Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let i = 0; i < each; i += 1)
          await log.append(tenant.id, appendOne(`mark-${String(writer)}`, i - 1));
      }),
    );

  describe('a subscriber', () => {
    it('sees every event once and in order while writers run, and so does one that starts in the middle', async () => {
      const first = followUntil(log, tenant.id, 0n, 1_200n);
      const writing = writeMany(12, 100);
      await followUntil(log, tenant.id, 0n, 300n);
      const late = followUntil(log, tenant.id, 250n, 1_200n);
      await writing;
      expect((await first).map(({ position }) => position)).toEqual(positions(1, 1_200));
      expect((await late).map(({ position }) => position)).toEqual(positions(251, 1_200));
    });

    it('sees each stream in the order of its revisions', async () => {
      const [seen] = await Promise.all([followUntil(log, tenant.id, 0n, 200n), writeMany(10, 20)]);
      for (const events of Map.groupBy(seen, ({ stream }) => stream).values())
        expect(events.map(({ revision }) => revision)).toEqual(events.map((_, i) => i));
    });

    it('reads an old log page by page', async () => {
      await writeMany(30, 40);
      expect(await followUntil(log, tenant.id, 0n, 1_200n)).toHaveLength(1_200);
    });

    it('sees nothing of another college', async () => {
      const other = college();
      await log.open(other);
      await log.append(other.id, appendOne('mark-1'));
      await log.append(tenant.id, appendOne('mark-own'));
      expect(await followUntil(log, tenant.id, 0n, 1n)).toMatchObject([{ stream: 'mark-own' }]);
    });

    it.each(['the reader', 'the log'])('who waits is let go when %s ends it', async (who) => {
      const leaving = new AbortController();
      const pages = log.subscribe(tenant.id, 0n, leaving.signal)[Symbol.asyncIterator]();
      const waiting = pages.next();
      if (who === 'the reader') leaving.abort();
      else await log.close();
      expect(await waiting).toMatchObject({ done: true });
    });

    it('who has left already gets nothing', async () => {
      await log.append(tenant.id, appendOne('mark-1'));
      const pages: unknown[] = [];
      for await (const page of log.subscribe(tenant.id, 0n, AbortSignal.abort())) pages.push(page);
      expect(pages).toEqual([]);
    });
  });
}
