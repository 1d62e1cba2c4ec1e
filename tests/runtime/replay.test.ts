import { auditTrail } from '../../projections/audit-trail/audit-trail.ts';
import { gradebook } from '../../projections/gradebook/gradebook.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { eventLog } from '../support/event-log.ts';
import { compareTable } from '../../src/runtime/compare-tables.ts';
import { startProjector } from '../../src/runtime/projector.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { rebuild } from '../../src/runtime/rebuild.ts';
import { replay } from '../../src/runtime/replay.ts';
import { createSide, dropSide, keySide } from '../../src/runtime/side-tables.ts';
import { isFaithful } from '../../src/runtime/verify-projections.ts';
import { absent, attested, marked, withdrawn } from '../support/acts.ts';
import { readRoles } from '../support/read-roles.ts';
import { testDatabase } from '../support/postgres.ts';
import { TestCollege } from '../support/test-college.ts';
import { algebra, conducted, first, happened, ivanova, second, streams, world } from '../support/world.ts';

const awkward = 'Таб\tи \\N, "кавычки"\r\nи новая строка';

const history = world({
  [streams.page]: [
    { ...conducted(second), sealed: { topic: awkward } },
    happened('HomeworkAssigned', { journal: algebra, lesson: first, dueOn: null }, { homework: '\\.' }),
  ],
  [streams.mark]: [marked('5'), withdrawn('5'), marked('3', 'control')],
  [streams.attendance]: [
    absent(),
    happened('AbsenceCancelled', { journal: algebra, lesson: first, student: ivanova, was: 'absent' }),
  ],
  [streams.attestation]: [attested('grade4')],
});

describe('a replay beside the live tables', () => {
  it('gives the audit trail of the projector, whatever it writes early and whenever it lets go', async () => {
    const database = await testDatabase();
    const app = readRoles(database);
    const log = eventLog();
    const college = await new TestCollege(log).open();
    const to = await college.tell(history);
    const models = openReadModels(app, [auditTrail]);
    const projector = await startProjector(log, models);
    projector.follow(college.id);
    expect(await projector.waitFor('audit-trail', college.id, to, 20_000)).toBe(true);

    const [model] = models.models;
    if (!model) throw new Error('There is one model.');
    for (const [rows, settled] of [
      [1, 1],
      [1_000, 1],
      [2, 1_000],
    ] as const) {
      const clients = [await models.pool.connect(), await models.pool.connect()] as const;
      await dropSide(clients[0], model, 'check');
      const tables = await createSide(clients[0], model, 'check');
      const index = () => keySide(models.pool, model, 'check');
      const size = { page: 2, rows, settled };
      const stretch = { college: college.id, from: 0n, to };
      await replay(log, clients, model, tables, stretch, () => undefined, index, size);
      const comparisons = [];
      for (const shape of model.shapes)
        comparisons.push(await compareTable(clients[0], shape, 'check', [college.id]));
      expect(comparisons[0]?.equal).toBe(Number(to));
      expect(comparisons.flatMap(({ deviations }) => deviations)).toEqual([]);
      for (const client of clients) client.release();
    }
    await projector.stop();
    await app.end();
    await database.drop();
  });

  it('gives the rows of the projector, however often it has to let go of rows, whatever the texts say', async () => {
    const database = await testDatabase();
    const app = readRoles(database);
    const log = eventLog();
    const college = await new TestCollege(log).open();
    const to = await college.tell(history);
    const models = openReadModels(app, [gradebook]);
    const projector = await startProjector(log, models);
    projector.follow(college.id);
    expect(await projector.waitFor('gradebook', college.id, to, 20_000)).toBe(true);

    const [model] = models.models;
    if (!model) throw new Error('There is one model.');
    const stretch = { college: college.id, from: 0n, to };
    const compared = await inTransaction(models.pool, 'BEGIN', async (client) => {
      const tables = await createSide(client, model, 'check');
      const index = () => keySide(client, model, 'check');
      await replay(log, [client], model, tables, stretch, () => undefined, index, {
        page: 2,
        rows: 1,
        settled: 1,
      });
      const comparisons = [];
      for (const shape of model.shapes)
        comparisons.push(await compareTable(client, shape, 'check', [college.id]));
      return comparisons;
    });
    expect(compared.map(({ equal }) => equal)).toEqual([1, 2, 2, 1, 1]);
    expect(compared.flatMap(({ deviations }) => deviations)).toEqual([]);

    expect(isFaithful(await rebuild(log, models, 'gradebook', 'all'))).toBe(true);
    const { rows } = await models.pool.query('SELECT topic FROM read.gradebook_lesson WHERE lesson = $1', [
      second,
    ]);
    expect(rows).toEqual([{ topic: awkward }]);
    await projector.stop();
    await app.end();
    await database.drop();
  });
});
