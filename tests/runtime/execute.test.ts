import { randomUUID } from 'node:crypto';
import { decode } from '../../src/log/body.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { eventLog } from '../support/event-log.ts';
import { runCollege } from '../../src/runtime/college.ts';
import type { Order } from '../../src/runtime/order.ts';
import type { Command } from '../../src/decisions/register.ts';
import { correctMark, recordMark } from '../support/acts.ts';
import { TestCollege } from '../support/test-college.ts';
import {
  administrator,
  algebra,
  autumn,
  college,
  command,
  ivanova,
  orlov,
  petrova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const lock = command('LockAttestationPeriod', { period: autumn, reason: null });
const reopen = command('ReopenAttestationPeriod', { period: autumn, reason: 'Ошибка' });
const morning = '2024-09-03T06:00:00.000Z';

/** The small college in a log of its own; each executor is a process with its own memory. */
const atWork = async () => {
  const log = eventLog();
  const told = await new TestCollege(log, college, morning).open();
  await told.tell(world());
  const running = (through: EventLog = log, clock = () => morning) => {
    const { execute } = runCollege(through, { id: college, origin: told.origin }, clock);
    return (
      act: Command,
      { by = petrova, id = randomUUID(), ...rest }: { by?: string; id?: string } & Pick<Order, 'source'> = {},
    ) =>
      execute(act, {
        commandId: id,
        actor: { account: by, session: 'session', channel: 'graphql' },
        ...rest,
      });
  };
  const history = async (stream: string) => (await log.readStream(college, stream)).map(decode);
  return { log, running, history };
};

describe('the same command again', () => {
  it('gets the first answer and takes no effect twice', async () => {
    const { log, running } = await atWork();
    const id = randomUUID();
    const first = await running()(recordMark(), { id });
    const head = await log.head(college);
    const again = await running()(recordMark(), { id });
    expect(again).toEqual(first);
    expect(again).toMatchObject({
      accepted: true,
      position: head,
      events: [{ type: 'MarkRecorded', position: head }],
    });
    expect(await log.head(college)).toBe(head);
  });

  it('gets the first answer even where there is nothing left to do, or where it would now be refused', async () => {
    const { running } = await atWork();
    const teach = running();
    await teach(recordMark());
    const id = randomUUID();
    const corrected = await teach(correctMark(), { id });
    expect(await teach(correctMark(), { id })).toEqual(corrected);
    await teach(lock, { by: administrator });
    expect(await teach(correctMark(), { id })).toEqual(corrected);
  });

  it('gets its refusal again, even where it would now be accepted', async () => {
    const { running } = await atWork();
    const act = running();
    await act(lock, { by: administrator });
    const id = randomUUID();
    const refused = await act(recordMark(), { id });
    expect(refused).toMatchObject({ accepted: false, refusal: { code: 'PERIOD_LOCKED' } });
    await act(reopen, { by: administrator });
    expect(await act(recordMark(), { id })).toEqual(refused);
    expect(await act(recordMark())).toMatchObject({ accepted: true });
  });

  it('is refused when its id comes with other content', async () => {
    const { log, running } = await atWork();
    const id = randomUUID();
    await running()(recordMark(), { id });
    const head = await log.head(college);
    for (const act of [recordMark({ value: '4' }), recordMark({ student: smirnov })])
      expect(await running()(act, { id })).toMatchObject({ refusal: { code: 'COMMAND_ID_REUSED' } });
    expect(await running()(recordMark(), { id, by: orlov })).toMatchObject({
      refusal: { code: 'COMMAND_ID_REUSED' },
    });
    expect(await log.head(college)).toBe(head);
  });
});

describe('a cell that another process has filled', () => {
  it('T-03: is not taken for empty by one that has never seen it', async () => {
    const { running, history } = await atWork();
    await running()(recordMark());
    expect(await running()(recordMark({ value: '3' }))).toMatchObject({
      refusal: { code: 'ALREADY_RECORDED', facts: { value: '5' } },
      position: expect.anything() as unknown,
    });
    expect(await history(streams.mark)).toHaveLength(1);
  });

  it('is not taken for empty where nothing is to be written either', async () => {
    const { log, running } = await atWork();
    await running()(recordMark());
    const { consider } = runCollege(log, { id: college, origin: 'elsewhere.example/journal' }, () => morning);
    const actor = { account: petrova, session: 'session', channel: 'graphql' } as const;
    expect(await consider(recordMark(), { actor })).toMatchObject({ refusal: { code: 'ALREADY_RECORDED' } });
  });
});

describe('a period locked a moment earlier', () => {
  it('T-49: refuses the mark of a process that still remembers it open', async () => {
    const { running, history } = await atWork();
    const [one, other] = [running(), running()];
    expect(await one(recordMark({ student: smirnov }))).toMatchObject({ accepted: true });
    await other(lock, { by: administrator });
    expect(await one(recordMark())).toMatchObject({ refusal: { code: 'PERIOD_LOCKED' } });
    expect(await history(streams.mark)).toEqual([]);
  });

  it('T-49: refuses the mark even when the lock falls between decision and append', async () => {
    const { log, running, history } = await atWork();
    const other = running();
    let locked = false;
    const racing: EventLog = {
      ...log,
      append: async (id, request) => {
        if (!locked) {
          locked = true;
          await other(lock, { by: administrator });
        }
        return await log.append(id, request);
      },
    };
    expect(await running(racing)(recordMark())).toMatchObject({ refusal: { code: 'PERIOD_LOCKED' } });
    expect(await history(streams.mark)).toEqual([]);
  });

  it('opens the page again to a process that remembers it locked', async () => {
    const { running } = await atWork();
    const [one, other] = [running(), running()];
    await one(lock, { by: administrator });
    expect(await one(recordMark())).toMatchObject({ refusal: { code: 'PERIOD_LOCKED' } });
    await other(reopen, { by: administrator });
    expect(await one(recordMark())).toMatchObject({ accepted: true });
  });
});

describe('a refused attempt', () => {
  it('is recorded in a stream of its own, with what decided it, and under no role', async () => {
    const { running, history } = await atWork();
    const id = randomUUID();
    const outcome = await running()(recordMark(), { by: orlov, id });
    const [event, ...more] = await history(`refusal-${id}`);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'AttemptRefused',
      data: {
        command: 'RecordMark',
        code: 'NOT_IN_LOAD',
        clause: '003 §3.1 L43-44',
        journal: algebra,
        student: ivanova,
      },
      meta: { actor: { account: orlov, role: null } },
    });
    expect(outcome).toMatchObject({ accepted: false, position: event?.position });
    expect(await history(streams.mark)).toEqual([]);
  });

  it('of an import is the import’s to report, and stands nowhere', async () => {
    const { log, running } = await atWork();
    const head = await log.head(college);
    expect(await running()(recordMark(), { by: orlov, source: 'import' })).toMatchObject({
      accepted: false,
      position: null,
    });
    expect(await log.head(college)).toBe(head);
  });
});

describe('a decision', () => {
  it('is taken again when the clock was behind the log, with a fresh instant', async () => {
    const { log, running, history } = await atWork();
    const clock = ['2024-09-01T06:00:00.000Z', '2024-09-03T07:00:00.000Z'].values();
    expect(await running(log, () => clock.next().value ?? morning)(recordMark())).toMatchObject({
      accepted: true,
    });
    expect(await history(streams.mark)).toMatchObject([{ meta: { at: '2024-09-03T07:00:00.000Z' } }]);
  });

  it('gives up after a few conflicts and asks to try again', async () => {
    const { log, running } = await atWork();
    const jammed: EventLog = {
      ...log,
      append: () => Promise.resolve({ status: 'conflict', stream: streams.page, actual: 99 }),
    };
    expect(await running(jammed)(recordMark())).toMatchObject({
      refusal: { code: 'TRY_AGAIN' },
      position: null,
    });
  });

  it('of many at once over one cell lets exactly one through', async () => {
    const { running, history } = await atWork();
    const [one, other] = [running(), running()];
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 ? one(recordMark({ value: '4' })) : other(recordMark({ value: '5' })),
      ),
    );
    expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(await history(streams.mark)).toHaveLength(1);
  });

  it('of many at once over one page never rests on an old state', async () => {
    const { log, running, history } = await atWork();
    const processes = [running(), running()];
    const grant = () =>
      command('GrantEditWindow', {
        journal: algebra,
        grant: randomUUID(),
        covers: 'currentMarks',
        lesson: null,
        account: null,
        until: '2024-10-01',
        reason: 'Болезнь',
      });
    const before = await history(streams.page);
    for (let round = 0; round < 5; round += 1)
      await Promise.all(processes.map((act) => act(grant(), { by: administrator })));
    const page = await history(streams.page);
    expect(page).toHaveLength(before.length + 10);
    expect(page.map(({ revision }) => revision)).toEqual(page.map((_, index) => index));
    expect(await running(log)(recordMark())).toMatchObject({ accepted: true });
  });
});
