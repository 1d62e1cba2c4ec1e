import { leafHash } from '../../src/ledger/leaf.ts';
import type { Queryable } from '../../src/ledger/signer/signer-database.ts';
import { readUsualLeaves } from '../../src/ledger/signer/usual-leaves.ts';

const LOG = { no: 1, origin: 'college.example/journal' };
const ID = '01a1678f-3180-72e7-a8ab-d6b954ae8ba1';
const OTHER = '01a1678f-3180-72e7-a8ab-df329c48ca70';

const TOLD = {
  actor: { channel: 'web', id: OTHER, onBehalfOf: null, role: 'teacher', session: OTHER },
  at: '2026-10-23T07:00:00.000Z',
  command: OTHER,
  correlation: null,
  data: { comment: 'Пересдача {1}', lesson: OTHER, value: '5' },
  id: ID,
  log: LOG.origin,
  occurredOn: '2026-10-23',
  outage: OTHER,
  request: OTHER,
  revision: 2,
  rule: { clause: '003 §3.3', deadline: '2026-11-13', due: { until: '2026-11-13' }, late: false },
  salt: 'urBMI9lrPcPiCaKefOW8Nw',
  sealed: [{ f: 'reason', h: 'ab', k: 's/special/1' }],
  seq: 0,
  source: 'online',
  stream: 'mark-1.2',
  type: 'MarkRecorded',
  v: 1,
  warnings: [{ code: 'LATE' }],
};

const ROW = ['2', '1', 'MarkRecorded', ID, 'mark-1.2'];

/** A database that gives one text of lines, with the leaf hashes that its bodies have. */
const giving = (lines: readonly (readonly string[])[], found = {}): Queryable => {
  const hashes = Buffer.concat(lines.map((line) => leafHash(line.at(-1) ?? '')));
  const text = lines.map((line) => line.join(' ')).join('\n');
  const row = { events: lines.length, first: 8, last: 7 + lines.length, lines: text, hashes, ...found };
  return { query: () => Promise.resolve({ rows: [row] }) } as unknown as Queryable;
};

const body = JSON.stringify(TOLD);
const usual = [...ROW, body];

describe('the leaves of events in which nothing is unusual', () => {
  it('are hashed from texts of many lines, whatever else an event has to say', async () => {
    const { outage, request, warnings, ...less } = { ...TOLD, rule: null, sealed: [] };
    const short = JSON.stringify(less);
    expect([outage, request, warnings]).not.toContain(undefined);
    const leaves = await readUsualLeaves(giving([usual, [...ROW, short]]), LOG, 7, 2);
    expect(leaves).toEqual(Buffer.concat([leafHash(body), leafHash(short)]));
  });

  it.each([
    ['another revision', ['3', '1', 'MarkRecorded', ID, 'mark-1.2', body]],
    ['another version', ['2', '2', 'MarkRecorded', ID, 'mark-1.2', body]],
    ['another type', ['2', '1', 'MarkWithdrawn', ID, 'mark-1.2', body]],
    ['another id', ['2', '1', 'MarkRecorded', OTHER, 'mark-1.2', body]],
    ['another stream', ['2', '1', 'MarkRecorded', ID, 'mark-1.3', body]],
    ['no stream', ['2', '1', 'MarkRecorded', ID, body]],
    ['another log', [...ROW, JSON.stringify({ ...TOLD, log: 'another.example/journal' })]],
    [
      'a look-alike of its place within its data',
      [...ROW, JSON.stringify({ ...TOLD, data: { x: TOLD }, id: OTHER, stream: 'mark-1.3' })],
    ],
    ['its particulars in a text', [...ROW, JSON.stringify({ told: body })]],
    [
      'a stream that closes its text',
      [
        ...['2', '1', 'MarkRecorded', ID, 'a","type":"MarkRecorded","v":1,"x":"b'],
        body.replace('"mark-1.2"', '"a","type":"MarkRecorded","v":1,"x":"b"'),
      ],
    ],
    ['no object', [...ROW, 'null']],
  ])('are left to be looked at one by one where a row has %s', async (_, line) => {
    expect(await readUsualLeaves(giving([usual, line]), LOG, 7, 2)).toBeNull();
  });

  it.each([
    ['an event is missing before them', { first: 9, last: 10 }],
    ['an event is missing among them', { last: 10 }],
    ['a body has a line break', { events: 1, last: 8 }],
    ['the hashes beside them are others', { hashes: Buffer.alloc(64) }],
    ['there are none', { events: 0, first: null, last: null, lines: null, hashes: null }],
  ])('are left to be looked at one by one where %s', async (_, found) => {
    expect(await readUsualLeaves(giving([usual, usual], found), LOG, 7, 2)).toBeNull();
  });

  it('are not enough where fewer are found than were asked for', async () => {
    expect(await readUsualLeaves(giving([usual]), LOG, 7, 2)).toBeNull();
  });
});
