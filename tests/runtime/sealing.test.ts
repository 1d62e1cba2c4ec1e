import { randomUUID } from 'node:crypto';
import { dataKey, newKeyBytes } from '../../src/keys/data-key.ts';
import type { Keyring } from '../../src/keys/keyring.ts';
import { memoryKeyring } from '../../src/keys/memory-keyring.ts';
import { decode } from '../../src/log/body.ts';
import { LogFault, type EventLog } from '../../src/log/event-log.ts';
import { memoryLog } from '../../src/log/memory/memory-log.ts';
import { openedLog } from '../../src/log/opened-log.ts';
import { runCollege } from '../../src/runtime/college.ts';
import { keyKeeper } from '../../src/runtime/key-keeper.ts';
import { correctMark, recordMark } from '../support/acts.ts';
import { TestCollege } from '../support/test-college.ts';
import { college, happened, ivanova, petrova, streams, world } from '../support/world.ts';

const morning = '2024-09-03T06:00:00.000Z';
const key = { subject: ivanova, purpose: 'special', generation: 1 } as const;
const stream = `key-${ivanova}.special`;
const name = `${ivanova}/special/1`;

/** The small college with a mark that may be corrected for a reason; each `process` has a memory of its own. */
const atWork = async (keyring: Keyring = memoryKeyring()) => {
  const engine = memoryLog();
  const log = openedLog(engine, keyring);
  const told = await new TestCollege(log, college, morning).open();
  await told.tell(world());
  const process = (through: EventLog = log) => {
    const { execute } = runCollege(through, { id: college, origin: told.origin }, () => morning);
    return (command: Parameters<typeof execute>[0], commandId = randomUUID()) =>
      execute(command, {
        commandId,
        actor: { account: petrova, session: 'session', channel: 'graphql' },
      });
  };
  const destroyKey = () =>
    told.tell({ [stream]: [happened('SubjectKeyDestroyed', { ...key, erasure: randomUUID() })] });
  const reasons = async (through: EventLog = log) =>
    (await through.readStream(college, streams.mark)).map((event) => decode(event).sealed);
  await process()(recordMark());
  return { engine, log, keyring, process, reasons, destroyKey };
};

describe('a reason given with a correction', () => {
  it('is sealed under a key of the student, which the log commits to in the same command before it', async () => {
    const { log, process, reasons } = await atWork();
    const before = await log.head(college);
    await process()(correctMark({ reason: 'Ошибка ввода' }));
    const stored = (await log.read(college, before, 10)).map(decode);
    expect(stored.map(({ type }) => type)).toEqual(['SubjectKeyCreated', 'MarkCorrected']);
    expect(stored[0]).toMatchObject({
      stream,
      data: { ...key, commitment: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown },
      meta: { rule: null, command: stored[1]?.meta.command },
    });
    expect((await reasons()).at(-1)).toEqual({ reason: 'Ошибка ввода' });
  });

  it('is told to the one who gave it as the correction alone, the first time and again', async () => {
    const { process } = await atWork();
    const commandId = randomUUID();
    const first = await process()(correctMark({ reason: 'Ошибка' }), commandId);
    expect(first).toMatchObject({
      accepted: true,
      events: [{ type: 'MarkCorrected', sealed: { reason: 'Ошибка' } }],
    });
    expect(first.accepted && first.events[0]?.position).toBe(first.position);
    expect(await process()(correctMark({ reason: 'Ошибка' }), commandId)).toEqual(first);
  });

  it('of many at once is sealed under one key, whoever makes it', async () => {
    const { log, process } = await atWork();
    await Promise.all(
      [process(), process(), process()].map((act) => act(correctMark({ value: '3', reason: 'Ошибка' }))),
    );
    expect(await log.readStream(college, stream)).toHaveLength(1);
  });

  it('makes no check of keys where nothing is sealed', async () => {
    const { log, process } = await atWork();
    const checked: string[] = [];
    const watching: EventLog = {
      ...log,
      append: (id, request) => {
        checked.push(...request.checks.map((check) => check.stream));
        return log.append(id, request);
      },
    };
    await process(watching)(recordMark({ value: '3', workType: 'test' }));
    await process(watching)(correctMark({ reason: 'Ошибка' }));
    await process(watching)(correctMark({ value: '2', expectedRevision: 1, reason: 'Опять' }));
    expect(checked.filter((one) => one.startsWith('key-'))).toEqual([stream]);
  });
});

describe('the end of a key', () => {
  it('leaves the event and takes its text; the next text gets a key of the next generation', async () => {
    const { log, process, reasons, destroyKey } = await atWork();
    const act = process();
    await act(correctMark({ reason: 'Ошибка' }));
    await destroyKey();
    expect((await reasons()).at(-1)).toEqual({ reason: null });
    // The process still remembers the key; the append refuses what was sealed under it.
    await act(correctMark({ value: '2', expectedRevision: 1, reason: 'Опять ошибка' }));
    expect((await log.readStream(college, stream)).map((event) => decode(event))).toMatchObject([
      { type: 'SubjectKeyCreated', data: { generation: 1 } },
      { type: 'SubjectKeyDestroyed', data: { generation: 1 } },
      { type: 'SubjectKeyCreated', data: { generation: 2 } },
    ]);
    expect((await reasons()).slice(-2)).toEqual([{ reason: null }, { reason: 'Опять ошибка' }]);
  });

  it('is carried out in the keyring by the keeper, at once, and at the next start where it was missed', async () => {
    const { log, keyring, process, destroyKey } = await atWork();
    await process()(correctMark({ reason: 'Ошибка' }));
    expect((await keyring.find(college, [name])).get(name)).toMatchObject({});
    await destroyKey();
    const keeper = keyKeeper(log);
    keeper.follow(college);
    keeper.follow(college);
    while ((await keyring.find(college, [name])).get(name) !== 'destroyed')
      await new Promise((resolve) => setTimeout(resolve, 5));
    await keeper.stop();
    expect((await keyring.find(college, [name])).get(name)).toBe('destroyed');
  });

  it('is seen where the keyring went ahead of a process that still believes in the key', async () => {
    const { keyring, process, destroyKey, reasons } = await atWork();
    const act = process();
    await act(correctMark({ reason: 'Ошибка' }));
    await destroyKey();
    await keyring.destroy(college, [name]);
    expect(await act(correctMark({ value: '2', expectedRevision: 1, reason: 'Опять' }))).toMatchObject({
      accepted: true,
    });
    expect((await reasons()).at(-1)).toEqual({ reason: 'Опять' });
  });
});

describe('a key that is not the one the log committed to', () => {
  const another = (keyring: Keyring, found: ReturnType<Keyring['find']>): Keyring => ({
    ...keyring,
    find: () => found,
  });

  it('opens nothing and seals nothing (attack T52)', async () => {
    const { engine, keyring, process, reasons } = await atWork();
    await process()(correctMark({ reason: 'Ошибка' }));
    const swapped = openedLog(
      engine,
      another(keyring, Promise.resolve(new Map([[name, dataKey(newKeyBytes())]]))),
    );
    await expect(reasons(swapped)).rejects.toThrow(
      `the key ${name} is not the one that the log committed to`,
    );
    await expect(
      process(swapped)(correctMark({ value: '2', expectedRevision: 1, reason: 'Опять' })),
    ).rejects.toThrow(LogFault);
  });

  it('is not made anew where it was lost: reading and sealing are faults that name it', async () => {
    const { engine, keyring, process, reasons } = await atWork();
    await process()(correctMark({ reason: 'Ошибка' }));
    const lost = openedLog(engine, another(keyring, Promise.resolve(new Map())));
    await expect(reasons(lost)).rejects.toThrow(
      /^the text reason of event [0-9a-f-]+ cannot be read: its key is lost$/u,
    );
    await expect(
      process(lost)(correctMark({ value: '2', expectedRevision: 1, reason: 'Опять' })),
    ).rejects.toThrow(/its key is lost$|^the key .+ is lost$/u);
  });
});
