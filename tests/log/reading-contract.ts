import { randomUUID } from 'node:crypto';
import { NO_STREAM, type SealedLog, type SealedText } from '../../src/log/event-log.ts';
import { append, appendOne, college, event, write } from './requests.ts';

/** What comes back is what was stored. */
export function readingContract(make: () => SealedLog): void {
  const tenant = college();
  let log: SealedLog;
  beforeEach(async () => {
    Object.assign(tenant, college());
    log = make();
    await log.open(tenant);
  });
  afterEach(() => log.close());

  describe('reading', () => {
    it('gives back exactly the bytes that were stored', async () => {
      const notes = [
        '',
        'пять',
        '😀 “5”',
        String.raw`\u0000 and \n, twice \\ escaped`,
        'tab\tline\n',
        'я'.repeat(25_000),
      ];
      for (const [i, note] of notes.entries()) await log.append(tenant.id, appendOne('mark-1', i - 1, note));
      const bodies = notes.map((note) => JSON.stringify({ note }));
      expect((await log.readStream(tenant.id, 'mark-1')).map(({ body }) => body)).toEqual(bodies);
      await Promise.all(
        notes.map((note, i) => log.append(tenant.id, appendOne(`mark-b${String(i)}`, NO_STREAM, note))),
      );
      const together = await log.read(tenant.id, BigInt(notes.length), 100);
      expect(together.map(({ body }) => body).sort()).toEqual(bodies.toSorted());
    });

    it('gives each event the texts that were sealed with it', async () => {
      const sealed = (field: string, text: string) => ({
        field,
        key: `${randomUUID()}/special/1`,
        ciphertext: Buffer.from(text),
      });
      const [comment, reason] = [sealed('comment', 'две\nстроки "\\'), sealed('reason', 'болел')];
      const events = [event('plain'), event('two', [comment, reason]), event('one', [reason])];
      const outcomes = await Promise.all([
        log.append(tenant.id, append([write('mark-1', NO_STREAM, events)])),
        log.append(tenant.id, append([write('mark-2', 7, [event('refused', [reason])])])),
        log.append(tenant.id, append([write('mark-3', NO_STREAM, [event('last', [comment])])])),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['appended', 'conflict', 'appended']);
      await log.append(tenant.id, append([write('mark-3', 0, [event('alone', [reason])])]));
      expect((await log.read(tenant.id, 0n, 10)).map((found) => found.sealed)).toEqual([
        [],
        [comment, reason],
        [reason],
        [comment],
        [reason],
      ]);
    });

    it('gives pages in order: dense, and no longer than asked for', async () => {
      for (let i = 0; i < 7; i += 1) await log.append(tenant.id, appendOne(`mark-${String(i)}`));
      const positions = async (after: bigint, limit: number) =>
        (await log.read(tenant.id, after, limit)).map(({ position }) => position);
      expect(await positions(0n, 3)).toEqual([1n, 2n, 3n]);
      expect(await positions(3n, 100)).toEqual([4n, 5n, 6n, 7n]);
      expect(await positions(7n, 3)).toEqual([]);
      expect((await log.read(tenant.id, 2n, 1))[0]).toMatchObject({
        stream: 'mark-2',
        type: 'MarkRecorded',
        version: 1,
      });
    });

    it('looks through a stretch and leaves out what nobody asks for, but never a version that may be news', async () => {
      const told = (type: string, version = 1, sealed: SealedText[] = []) => ({
        ...event(type, sealed),
        type,
        version,
        body: JSON.stringify({ note: `\n“${type}”`, stream: 'mark-1' }),
      });
      const reason = { field: 'reason', key: `${randomUUID()}/special/1`, ciphertext: Buffer.from('болел') };
      const many = Array.from({ length: 60 }, () => [
        told('MarkRecorded'),
        told('AbsenceRecorded', 1, [reason]),
        told('MarkRecorded', 2),
        told('MarkCorrected', 1, [{ ...reason, field: 'comment' }, reason]),
      ]);
      await log.append(tenant.id, append([write('mark-1', NO_STREAM, many.flat())]));
      await log.append(tenant.id, append([write('mark-2', NO_STREAM, [event('tells no stream')])]));
      for (const without of [[], ['MarkRecorded'], ['MarkRecorded', 'AbsenceRecorded', 'MarkCorrected']])
        for (const [after, limit] of [
          [0n, 240],
          [0n, 1_000],
          [3n, 1],
          [199n, 3],
          [220n, 20],
          [241n, 20],
        ] as const) {
          const page = await log.read(tenant.id, after, limit);
          const events = page.filter(({ type, version }) => version > 1 || !without.includes(type));
          const last = page.at(-1)?.position ?? after;
          expect(await log.scan(tenant.id, after, limit, without)).toEqual({ events, last });
        }
      expect(await log.scan(randomUUID(), 0n, 10, [])).toEqual({ events: [], last: 0n });
    });

    it('finds the last position recorded by an instant, though a decision may be two seconds older than the last', async () => {
      const at = (seconds: string) => `2027-01-11T09:00:${seconds}Z`;
      for (const [i, seconds] of ['10.000', '12.500', '11.000', '12.600', '20.000'].entries()) {
        const events = i === 1 ? [event(), event()] : [event()];
        const asked = append([write(`mark-${String(i)}`, NO_STREAM, events)], { at: at(seconds) });
        expect(await log.append(tenant.id, asked)).toMatchObject({ status: 'appended' });
      }
      const found = [
        '09.999',
        '10.000',
        '11.500',
        '12.499',
        '12.500',
        '12.600',
        '19.999',
        '20.000',
        '59.000',
      ];
      expect(await Promise.all(found.map((seconds) => log.positionAt(tenant.id, at(seconds))))).toEqual([
        0n,
        1n,
        1n,
        1n,
        4n,
        5n,
        5n,
        6n,
        6n,
      ]);
      const { id } = college();
      expect(await log.positionAt(id, at('10.000'))).toBe(0n);
    });

    it('gives several streams at once, the unknown ones empty, and one from a revision on', async () => {
      await log.append(
        tenant.id,
        append([write('journal-1'), write('mark-1', NO_STREAM, [event('a'), event('b')])]),
      );
      const streams = await log.readStreams(tenant.id, ['mark-1', 'mark-none', 'journal-1']);
      expect([...streams.keys()]).toEqual(['mark-1', 'mark-none', 'journal-1']);
      expect(streams.get('mark-1')?.map(({ revision }) => revision)).toEqual([0, 1]);
      expect(streams.get('mark-none')).toEqual([]);
      expect(await log.readStream(tenant.id, 'mark-1', 1)).toMatchObject([
        { revision: 1, body: '{"note":"b"}' },
      ]);
      expect((await log.readStreams(tenant.id, [])).size).toBe(0);
    });
  });
}
