import fc from 'fast-check';
import { decode } from '../../src/log/body.ts';
import type { OpenedEvent } from '../../src/log/event-log.ts';
import { lateDecoding } from '../../src/log/late-decoding.ts';
import { absent, attested, marked, withdrawn } from '../support/acts.ts';
import { eventLog } from '../support/event-log.ts';
import { TestCollege } from '../support/test-college.ts';
import { conducted, second, streams, world } from '../support/world.ts';

const history = world({
  [streams.page]: [{ ...conducted(second), sealed: { topic: 'Таб\t"data":{},"id":"\\' } }],
  [streams.mark]: [marked('5'), withdrawn('5'), marked('3', 'control')],
  [streams.attendance]: [absent()],
  [streams.attestation]: [attested('grade4')],
});

/** Every event of a small college. */
const events = async (): Promise<readonly OpenedEvent[]> => {
  const log = eventLog();
  const college = await new TestCollege(log).open();
  await college.tell(history);
  return await log.read(college.id, 0n, 1_000);
};

const OF_THE_EVENT = ['type', 'position', 'revision', 'stream', 'data', 'sealed'] as const;

const OF_META = [
  'id',
  'at',
  'command',
  'actor',
  'occurredOn',
  'source',
  'correlation',
  'rule',
  'outage',
  'warnings',
] as const;

describe('decoding late', () => {
  it('reads what decoding at once reads, whatever is asked for and in whatever order', async () => {
    const stored = await events();
    const asked = fc.array(fc.constantFrom(...OF_THE_EVENT, ...OF_META), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(asked, { minLength: 1, maxLength: 8 }), (turns) => {
        const decoded = lateDecoding();
        for (const [index, event] of stored.entries()) {
          const [late, whole] = [decoded(event), decode(event)];
          for (const field of turns[index % turns.length] ?? []) {
            const isOfMeta = (OF_META as readonly string[]).includes(field);
            const of = (from: typeof late): unknown =>
              isOfMeta ? Reflect.get(from.meta, field) : Reflect.get(from, field);
            expect([field, of(late)]).toEqual([field, of(whole)]);
          }
        }
      }),
    );
  });

  it('takes a body apart only where it is canonical and of the type it was stored under', async () => {
    const [event] = await events();
    if (!event) throw new Error('The college has events.');
    const body = JSON.parse(event.body) as Record<string, unknown>;
    const spaced = { ...event, body: JSON.stringify(body, null, 1) };
    expect(lateDecoding()(spaced).data).toEqual(decode(event).data);
    const shuffled = { ...event, body: JSON.stringify({ data: body['data'], ...body }) };
    expect(lateDecoding()(shuffled).data).toEqual(decode(event).data);
    expect(lateDecoding()(shuffled).meta.at).toBe(decode(event).meta.at);
    const nested = { ...(body['data'] as object), list: [{ a: 1, id: 'x', log: 'y' }] };
    const confusing = { ...event, body: JSON.stringify({ ...body, data: nested }) };
    expect(lateDecoding()(confusing).data).toEqual(nested);
    const end = `,"type":"${event.type}","v":1}`;
    expect(() => lateDecoding()({ ...event, body: `{${end}` }).data).toThrow(SyntaxError);
    expect(() => lateDecoding()({ ...event, type: 'FromTheFuture' })).toThrow('does not know the event');
  });
});
