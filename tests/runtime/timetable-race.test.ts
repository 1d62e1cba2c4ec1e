import { randomUUID } from 'node:crypto';
import { timetableDays } from '../../src/decisions/folds/timetable-day.ts';
import { eventLog } from '../support/event-log.ts';
import { runCollege } from '../../src/runtime/college.ts';
import { idOf } from '../support/names.ts';
import { TestCollege } from '../support/test-college.ts';
import { elsewhere, otherGroup, pageOf, schedule } from '../support/timetable-world.ts';
import { administrator, algebra, college, deputy, orlov, world } from '../support/world.ts';

const NOW = '2024-09-03T06:00:00.000Z';

describe('two who schedule at the same moment', () => {
  it('never both get the room: the day is a stream, and the later append looks again', async () => {
    const log = eventLog();
    const told = await new TestCollege(log, college, NOW).open();
    await told.tell(world(pageOf(elsewhere, orlov, { group: otherGroup })));
    const processes = [administrator, deputy].map((account) => ({
      account,
      ...runCollege(log, { id: college, origin: told.origin }, () => NOW),
    }));
    const outcomes = await Promise.all(
      processes.map(({ execute, account }, index) =>
        execute(schedule({ journal: index === 0 ? algebra : elsewhere, lesson: idOf(`lesson ${index}`) }), {
          commandId: randomUUID(),
          actor: { account, session: 'session', channel: 'graphql' },
        }),
      ),
    );
    expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(outcomes.find(({ accepted }) => !accepted)).toMatchObject({
      refusal: { code: 'TIMETABLE_CLASH', facts: { resource: 'room', room: '301' } },
    });
    const fresh = runCollege(log, { id: college, origin: told.origin }, () => NOW);
    expect((await fresh.stateOf(timetableDays, '2024-10-01')).size).toBe(1);
  });
});
