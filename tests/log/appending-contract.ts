import { randomUUID } from 'node:crypto';
import { LogFault, NO_STREAM, type SealedLog } from '../../src/log/event-log.ts';
import { append, appendOne, college, event, write } from './requests.ts';

/** One append: what it asks, and what it is told. */
export function appendingContract(make: () => SealedLog): void {
  const { id } = college();
  let log: SealedLog;
  const open = async (clock: 'server' | 'virtual' = 'virtual') => {
    const opened = college(clock);
    await log.open(opened);
    return opened.id;
  };
  beforeEach(() => {
    log = make();
  });
  afterEach(() => log.close());

  describe('an append', () => {
    it('lies at dense positions and revisions', async () => {
      const tenant = await open();
      const opening = append([write('mark-1', NO_STREAM, [event('4'), event('5')])]);
      expect(await log.append(tenant, opening)).toEqual({ status: 'appended', first: 1n, last: 2n });
      expect(await log.append(tenant, appendOne('mark-1', 1))).toMatchObject({ first: 3n, last: 3n });
      expect(await log.readStream(tenant, 'mark-1')).toMatchObject([
        { position: 1n, revision: 0, body: '{"note":"4"}' },
        { position: 2n, revision: 1, body: '{"note":"5"}' },
        { position: 3n, revision: 2 },
      ]);
    });

    it('is refused when its stream has moved, and stores nothing', async () => {
      const tenant = await open();
      await log.append(tenant, appendOne('mark-1'));
      const late = await log.append(tenant, appendOne('mark-1'));
      const early = await log.append(tenant, appendOne('mark-2', 3));
      expect(late).toEqual({ status: 'conflict', stream: 'mark-1', actual: 0 });
      expect(early).toEqual({ status: 'conflict', stream: 'mark-2', actual: NO_STREAM });
      expect(await log.head(tenant)).toBe(1n);
    });

    it('is refused when a stream it was decided from has moved: a period locked meanwhile refuses the mark', async () => {
      const tenant = await open();
      await log.append(tenant, appendOne('period-1'));
      const checks = [
        { stream: 'journal-1', expected: NO_STREAM },
        { stream: 'period-1', expected: 0 },
      ];
      expect(await log.append(tenant, append([write('mark-1')], { checks }))).toMatchObject({
        status: 'appended',
      });
      await log.append(tenant, appendOne('period-1', 0, 'locked'));
      expect(await log.append(tenant, append([write('mark-2')], { checks }))).toEqual({
        status: 'conflict',
        stream: 'period-1',
        actual: 1,
      });
      expect(await log.readStream(tenant, 'mark-2')).toEqual([]);
    });

    it('to several streams stores all of them or none', async () => {
      const tenant = await open();
      const both = append([write('group-1'), write('student-1', NO_STREAM, [event(), event()])]);
      expect(await log.append(tenant, both)).toEqual({ status: 'appended', first: 1n, last: 3n });
      const half = append([write('group-1', 0), write('student-1', 0), write('student-2')]);
      expect(await log.append(tenant, half)).toMatchObject({
        status: 'conflict',
        stream: 'student-1',
        actual: 1,
      });
      expect(await log.readStreams(tenant, ['group-1', 'student-2'])).toEqual(
        new Map([
          ['group-1', [expect.objectContaining({ position: 1n })]],
          ['student-2', []],
        ]),
      );
    });

    it('takes many events at once', async () => {
      const tenant = await open();
      const many = append([
        write(
          'group-1',
          NO_STREAM,
          Array.from({ length: 1_500 }, (_, i) => event(String(i))),
        ),
      ]);
      expect(await log.append(tenant, many)).toEqual({ status: 'appended', first: 1n, last: 1_500n });
      expect((await log.readStream(tenant, 'group-1', 1_498)).map(({ body }) => body)).toEqual([
        '{"note":"1498"}',
        '{"note":"1499"}',
      ]);
    });
  });

  describe('a command', () => {
    it('that comes again is told where its events lie, whatever happened since', async () => {
      const tenant = await open();
      const command = append([write('mark-1', NO_STREAM, [event(), event()])]);
      await log.append(tenant, command);
      await log.append(tenant, appendOne('mark-1', 1));
      expect(await log.append(tenant, command)).toEqual({ status: 'duplicate', first: 1n, last: 2n });
      const { fingerprint } = command;
      expect(await log.findCommand(tenant, command.commandId)).toEqual({ fingerprint, first: 1n, last: 2n });
      expect(await log.findCommand(tenant, randomUUID())).toBeNull();
    });

    it('is refused when its id was used for other content', async () => {
      const tenant = await open();
      const commandId = randomUUID();
      await log.append(tenant, append([write('mark-1')], { commandId, content: 'a five' }));
      const other = append([write('mark-2')], { commandId, content: 'a two' });
      expect(await log.append(tenant, other)).toEqual({ status: 'reused' });
      expect(await log.head(tenant)).toBe(1n);
    });

    it('that was refused may be decided again under the same id', async () => {
      const tenant = await open();
      const commandId = randomUUID();
      await log.append(tenant, append([write('mark-1', 4)], { commandId }));
      expect(await log.append(tenant, append([write('mark-1')], { commandId }))).toMatchObject({
        status: 'appended',
      });
    });
  });

  describe('a decision', () => {
    it('is stale when it is more than two seconds older than the last event', async () => {
      const tenant = await open();
      const at = (seconds: string) =>
        append([write(`mark-${seconds}`)], { at: `2027-01-11T09:00:${seconds}.000Z` });
      expect(await log.append(tenant, at('10'))).toMatchObject({ status: 'appended' });
      expect(await log.append(tenant, at('08'))).toMatchObject({ status: 'appended' });
      expect(await log.append(tenant, at('07'))).toEqual({ status: 'stale' });
    });

    it.each([-3_000, 3_000])('is stale when its clock is %i ms off the log’s', async (off) => {
      const tenant = await open('server');
      const at = (shift: number) => new Date(Date.now() + shift).toISOString();
      expect(await log.append(tenant, append([write('mark-1')], { at: at(off) }))).toEqual({
        status: 'stale',
      });
      expect(await log.append(tenant, append([write('mark-1')], { at: at(0) }))).toMatchObject({
        status: 'appended',
      });
    });
  });

  describe('a college', () => {
    it('has positions, streams and commands of its own', async () => {
      const [one, other] = [await open(), await open()];
      const command = appendOne('mark-1');
      expect(await log.append(one, command)).toEqual({ status: 'appended', first: 1n, last: 1n });
      expect(await log.append(other, command)).toEqual({ status: 'appended', first: 1n, last: 1n });
      await log.append(one, appendOne('mark-1', 0));
      expect(await log.head(one)).toBe(2n);
      expect(await log.head(other)).toBe(1n);
      expect(await log.read(other, 1n, 10)).toEqual([]);
    });

    it('is opened once: again with the same particulars changes nothing, with others is a fault', async () => {
      const opened = college();
      await log.open(opened);
      await log.open(opened);
      await expect(log.open({ ...opened, clock: 'server' })).rejects.toThrow(LogFault);
      await expect(log.open({ ...opened, origin: 'elsewhere.example/journal' })).rejects.toThrow(LogFault);
      await expect(log.open({ ...college(), origin: opened.origin })).rejects.toThrow(LogFault);
      expect((await log.colleges()).filter((found) => found.id === opened.id)).toEqual([opened]);
    });

    it('without a log takes no events and has none', async () => {
      await expect(log.append(id, appendOne('mark-1'))).rejects.toThrow(LogFault);
      expect(await log.head(id)).toBe(0n);
      expect(await log.read(id, 0n, 10)).toEqual([]);
      expect(await log.readStream(id, 'mark-1')).toEqual([]);
    });
  });
}
