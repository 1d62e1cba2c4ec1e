import { directory } from '../../projections/directory/directory.ts';
import { farBehind } from '../../src/runtime/far-behind.ts';
import { startProjector } from '../../src/runtime/projector.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { rebuild } from '../../src/runtime/rebuild.ts';
import { isFaithful, verifyProjections } from '../../src/runtime/verify-projections.ts';
import { absent, marked } from '../support/acts.ts';
import { eventLog } from '../support/event-log.ts';
import { testDatabase } from '../support/postgres.ts';
import { readRoles } from '../support/read-roles.ts';
import { TestCollege } from '../support/test-college.ts';
import { streams, world } from '../support/world.ts';

describe('a projection that lacks more than half of everything', () => {
  it('is sooner replayed, the colleges beside one another, and lacks nothing after', async () => {
    const database = await testDatabase();
    const app = readRoles(database);
    const log = eventLog();
    const colleges = [1, 2, 3].map(() => new TestCollege(log));
    for (const college of colleges) {
      await college.open();
      await college.tell(world({ [streams.mark]: [marked('5')], [streams.attendance]: [absent()] }));
    }
    const models = openReadModels(app, [directory]);
    const [model] = models.models;
    if (!model) throw new Error('There is one model.');
    await (await startProjector(log, models)).stop();
    expect(await farBehind(log, models.pool, model, 10n)).toBe(true);
    expect(await farBehind(log, models.pool, model)).toBe(false);

    const [report] = await rebuild(log, models, 'directory', 'all');
    const heads = await Promise.all(colleges.map(({ id }) => log.head(id)));
    expect(report?.events).toBe(heads.reduce((sum, head) => sum + Number(head), 0));
    expect(await farBehind(log, models.pool, model, 10n)).toBe(false);
    expect(isFaithful(await verifyProjections(log, models))).toBe(true);

    // One college's news are less than half of all there is.
    await colleges[0]?.tell({ [streams.mark]: [marked('4', 'control')] });
    expect(await farBehind(log, models.pool, model, 0n)).toBe(false);
    await app.end();
    await database.drop();
  });
});
