import { randomUUID } from 'node:crypto';
import { NO_STREAM, type NewEvent, type SealedLog } from '../../src/log/event-log.ts';
import { append, college, event, uuidV7, write } from './requests.ts';

/** A text of one field under a key. */
const text = (key: string, field = 'reason'): NewEvent['sealed'][number] => ({
  field,
  key,
  ciphertext: Buffer.from(`${field} under ${key}`),
});

/** What says that a key was destroyed. */
const ending = (subject: string, generation = 1): NewEvent => ({
  id: uuidV7(),
  type: 'SubjectKeyDestroyed',
  version: 1,
  body: JSON.stringify({ data: { generation, purpose: 'special', subject } }),
  sealed: [],
});

/** Texts go with their key, in the same moment, and in no other way. */
export function sealingContract(make: () => SealedLog): void {
  const tenant = college();
  let log: SealedLog;
  let subject: string;
  beforeEach(async () => {
    Object.assign(tenant, college());
    subject = randomUUID();
    log = make();
    await log.open(tenant);
  });
  afterEach(() => log.close());

  const keyOf = (generation = 1, whose = subject) => `${whose}/special/${String(generation)}`;
  const left = async () =>
    (await log.read(tenant.id, 0n, 100)).map(({ sealed }) =>
      sealed.map(({ key, field }) => `${key} ${field}`),
    );

  describe('a key that was destroyed', () => {
    it('takes every text that it sealed along, and no other text', async () => {
      const other = keyOf(1, randomUUID());
      const events = [event('a', [text(keyOf()), text(other, 'note')]), event('b', [text(keyOf(2))])];
      await log.append(tenant.id, append([write('mark-1', NO_STREAM, events)]));
      await log.append(tenant.id, append([write('mark-2', NO_STREAM, [event('c', [text(keyOf())])])]));
      const bodies = (await log.read(tenant.id, 0n, 100)).map(({ body }) => body);

      await log.append(tenant.id, append([write(`key-${subject}.special`, NO_STREAM, [ending(subject)])]));
      expect(await left()).toEqual([[`${other} note`], [`${keyOf(2)} reason`], [], []]);
      expect((await log.readStream(tenant.id, 'mark-2'))[0]?.sealed).toEqual([]);
      expect((await log.read(tenant.id, 0n, 3)).map(({ body }) => body)).toEqual(bodies);
    });

    it('takes them along in a batch too, with the texts of that same batch', async () => {
      const another = randomUUID();
      await Promise.all([
        log.append(tenant.id, append([write('mark-1', NO_STREAM, [event('a', [text(keyOf())])])])),
        log.append(tenant.id, append([write('mark-2', NO_STREAM, [event('b', [text(keyOf(1, another))])])])),
        log.append(
          tenant.id,
          append([
            write(`key-${subject}.special`, NO_STREAM, [ending(subject)]),
            write(`erasure-${subject}`, NO_STREAM, [event('done')]),
          ]),
        ),
        log.append(tenant.id, append([write('mark-3', NO_STREAM, [event('c', [text(keyOf(2))])])])),
      ]);
      // An engine may number what is sent together in any order: only what stood before the end goes with it.
      const stored = await log.read(tenant.id, 0n, 100);
      const ended = stored.findIndex(({ type }) => type === 'SubjectKeyDestroyed');
      const isLater = stored.findIndex(({ stream }) => stream === 'mark-1') > ended;
      expect((await left()).flat().toSorted()).toEqual(
        [
          `${keyOf(1, another)} reason`,
          `${keyOf(2)} reason`,
          ...(isLater ? [`${keyOf()} reason`] : []),
        ].toSorted(),
      );
    });

    it('takes nothing along where its end was refused, or is another college’s', async () => {
      await log.append(tenant.id, append([write('mark-1', NO_STREAM, [event('a', [text(keyOf())])])]));
      const refused = append([write(`key-${subject}.special`, 7, [ending(subject)])]);
      const elsewhere = college();
      await log.open(elsewhere);
      const [outcome] = await Promise.all([
        log.append(tenant.id, refused),
        log.append(tenant.id, append([write('mark-2')])),
        log.append(elsewhere.id, append([write(`key-${subject}.special`, NO_STREAM, [ending(subject)])])),
      ]);
      expect(outcome.status).toBe('conflict');
      expect((await left()).flat()).toEqual([`${keyOf()} reason`]);
    });
  });
}
