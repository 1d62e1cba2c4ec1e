import { makeDemo } from '../../src/demo/demo.ts';
import { runCollege } from '../../src/runtime/college.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { eventLog } from '../support/event-log.ts';
import { eventsIn, makeSmall, NOW, smallCollege, tellable } from './small-demo.ts';

/** The same log, in the hands of a process that is killed after so many appends. */
const dyingAfter = (log: EventLog, appends: number): EventLog => {
  let left = appends;
  return {
    ...log,
    append: (college, request) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('killed')) : log.append(college, request);
    },
  };
};

const TOMORROW = '2026-11-23T06:00:00.000Z';

describe('The making of a demo', () => {
  let whole: readonly unknown[];

  beforeAll(async () => {
    whole = tellable(await eventsIn((await makeSmall()).log));
  });

  it('gives the same events from the same day, whatever was random', async () => {
    const { log } = await makeSmall();
    expect(tellable(await eventsIn(log))).toEqual(whole);
  });

  it('draws its salts anew each time', async () => {
    const salts = await Promise.all(
      [1, 2].map(async () => {
        const { log } = await makeSmall();
        const [first] = await log.read(smallCollege.id, 0n, 1);
        return (JSON.parse(first?.body ?? '{}') as { salt: string }).salt;
      }),
    );
    expect(salts[0]).not.toBe(salts[1]);
  });

  it.each([0, 1, 40, 733, 2_001])(
    'goes on where it was cut off after %i commands, even on another day, and doubles nothing',
    async (appends) => {
      const log = eventLog();
      await expect(makeSmall(NOW, dyingAfter(log, appends))).rejects.toThrow('killed');
      const { report } = await makeSmall(appends === 0 ? NOW : TOMORROW, log);
      expect(report?.surprises).toEqual([]);
      expect(tellable(await eventsIn(log))).toEqual(whole);
    },
  );

  it('does nothing where the demo is complete', async () => {
    const { log } = await makeSmall();
    const head = await log.head(smallCollege.id);
    const again = await makeDemo({ house: { log }, now: TOMORROW, colleges: [smallCollege] });
    expect(again.made).toEqual([]);
    expect(await log.head(smallCollege.id)).toBe(head);
  });

  it('leaves a log that takes commands by the server’s clock', async () => {
    const { log } = await makeSmall(new Date().toISOString());
    const college = runCollege(log, smallCollege, () => new Date().toISOString());
    const group = '2c1f1a3e-5a52-4a53-8a52-6f7f2f6a7a10';
    const [founded] = await eventsIn(log);
    const outcome = await college.execute(
      { type: 'FormGroup', data: { group, name: 'М-3', year: 1, semester: 1 } },
      {
        commandId: '2c1f1a3e-5a52-4a53-8a52-6f7f2f6a7a11',
        actor: { account: founded?.meta.actor.account ?? '', session: group, channel: 'graphql' },
      },
    );
    expect(outcome.accepted).toBe(true);
  });
});
