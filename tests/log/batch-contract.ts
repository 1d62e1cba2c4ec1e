import { randomUUID } from 'node:crypto';
import {
  LogFault,
  NO_STREAM,
  type AppendOutcome,
  type AppendRequest,
  type SealedLog,
  type NewEvent,
} from '../../src/log/event-log.ts';
import type { Manner } from './contract.ts';
import { append, appendOne, college, event, write } from './requests.ts';

const byPosition = (one: AppendOutcome, other: AppendOutcome): number =>
  Number('first' in one && 'first' in other ? one.first - other.first : 0n);

/** Appends that arrive together. */
export function batchContract(make: () => SealedLog, { keepsArrival }: Manner): void {
  const tenant = college();
  let log: SealedLog;
  beforeEach(async () => {
    Object.assign(tenant, college());
    log = make();
    await log.open(tenant);
  });
  afterEach(() => log.close());

  const all = (requests: readonly AppendRequest[]) =>
    Promise.all(requests.map((request) => log.append(tenant.id, request)));
  const count = (outcomes: readonly { readonly status: string }[], status: string) =>
    outcomes.filter((outcome) => outcome.status === status).length;

  describe('appends that arrive together', () => {
    it(`lie at dense positions, in ${keepsArrival ? 'the order of arrival' : 'some order'}`, async () => {
      const outcomes = await all(Array.from({ length: 300 }, (_, i) => appendOne(`mark-${String(i)}`)));
      const ordered = keepsArrival ? outcomes : outcomes.toSorted(byPosition);
      expect(ordered).toEqual(
        outcomes.map((_, i) => ({ status: 'appended', first: BigInt(i + 1), last: BigInt(i + 1) })),
      );
      expect(await log.head(tenant.id)).toBe(300n);
    });

    it('and build on each other are judged one after another', async () => {
      const outcomes = await all(
        [0, 1, 2].map((step) => appendOne('mark-1', step - 1, `step ${String(step)}`)),
      );
      expect(count(outcomes, 'appended')).toBe(3);
      expect(await log.readStream(tenant.id, 'mark-1')).toHaveLength(3);
    });

    it('and want the same revision: exactly one gets it', async () => {
      const outcomes = await all(Array.from({ length: 100 }, () => appendOne('mark-1')));
      expect([count(outcomes, 'appended'), count(outcomes, 'conflict')]).toEqual([1, 99]);
    });

    it('see a period that is locked among them', async () => {
      const checks = [{ stream: 'period-1', expected: NO_STREAM }];
      const mark = (stream: string) => append([write(stream)], { checks });
      const outcomes = await all([
        mark('mark-1'),
        appendOne('period-1'),
        mark('mark-2'),
        appendOne('mark-3'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['appended', 'appended', 'conflict', 'appended']);
    });

    it('and are the same command two hundred times take effect once', async () => {
      const command = append([write('mark-1')]);
      const outcomes = await all(Array.from({ length: 200 }, () => command));
      expect([count(outcomes, 'appended'), count(outcomes, 'duplicate')]).toEqual([1, 199]);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ first: 1n, last: 1n });
    });

    it('and use one id for different content: the first has it', async () => {
      const commandId = randomUUID();
      const use = (stream: string) => append([write(stream)], { commandId, content: stream });
      const outcomes = await all([use('mark-1'), use('mark-2'), appendOne('mark-3')]);
      expect(outcomes.map(({ status }) => status)).toEqual(['appended', 'reused', 'appended']);
    });
  });

  describe('a malformed append', () => {
    const poison: readonly (readonly [string, Partial<NewEvent>])[] = [
      ['a NUL in the body', { body: '{"note":"\u0000"}' }],
      ['an escaped NUL', { body: String.raw`{"note":"\u0000"}` }],
      ['half a surrogate pair', { body: '{"note":"\ud83d"}' }],
      ['an escaped half of a surrogate pair', { body: String.raw`{"note":"\\\ud83d"}` }],
      ['a raw newline', { body: '{\n"note":"5"}' }],
      ['a body over 60 000 bytes', { body: JSON.stringify({ note: 'я'.repeat(30_000) }) }],
      ['a body that is no object', { body: '"5"' }],
      ['an id that is no UUID version 7', { id: randomUUID() }],
      ['a type with a quote', { type: 'Mark"Recorded' }],
      ['a version nobody has', { version: 0 }],
      ['a key that is none', { sealed: [{ ...sealedReason(), key: 'reason' }] }],
      ['an empty ciphertext', { sealed: [{ ...sealedReason(), ciphertext: Buffer.alloc(0) }] }],
      ['a field sealed twice', { sealed: [sealedReason(), sealedReason()] }],
    ];
    it.each(poison)('with %s is a fault of its own, and harms no neighbour', async (_, wrong) => {
      const malformed = append([write('mark-poison', NO_STREAM, [{ ...event(), ...wrong }])]);
      const results = await Promise.allSettled(
        [appendOne('mark-1'), malformed, appendOne('mark-2')].map((request) =>
          log.append(tenant.id, request),
        ),
      );
      expect(results).toMatchObject([
        { value: { status: 'appended' } },
        { status: 'rejected' },
        { value: { status: 'appended' } },
      ]);
      await expect(log.append(tenant.id, malformed)).rejects.toThrow(LogFault);
      expect(await log.head(tenant.id)).toBe(2n);
    });

    const { at, fingerprint, ...rest } = appendOne('mark-1');
    const wrongs: readonly (readonly [string, AppendRequest])[] = [
      ['no writes', append([])],
      ['a write of nothing', append([write('mark-1', NO_STREAM, [])])],
      ['one stream written twice', append([write('mark-1'), write('mark-1')])],
      ['a stream name with a space', append([write('mark 1')])],
      ['a revision below none', append([write('mark-1', -2)])],
      ['a command id that is none', append([write('mark-1')], { commandId: 'again' })],
      ['a fingerprint that is none', { ...rest, at, fingerprint: 'abc' }],
      ['a day that does not exist', { ...rest, fingerprint, at: '2026-02-30T08:00:00.000Z' }],
      ['an instant out of UTC', { ...rest, fingerprint, at: '2026-11-22T08:00:00.000+03:00' }],
    ];
    it.each(wrongs)('with %s is a fault', async (_, wrong) => {
      await expect(log.append(tenant.id, wrong)).rejects.toThrow(LogFault);
      expect(await log.head(tenant.id)).toBe(0n);
    });
  });
}

const sealedReason = () => ({
  field: 'reason',
  key: `${randomUUID()}/special/1`,
  ciphertext: Buffer.from('болел'),
});
