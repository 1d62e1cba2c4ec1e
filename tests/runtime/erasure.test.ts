import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Purpose } from '../../events/event.ts';
import { definitionOf, definitions, type DomainEvent } from '../../events/register.ts';
import { projections } from '../../projections/register.ts';
import { sealingsOf } from '../../src/log/body.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { startProjector, type Projector } from '../../src/runtime/projector.ts';
import { openReadModels, type ReadModels } from '../../src/runtime/read-models.ts';
import { replay } from '../../src/runtime/replay.ts';
import { createSide, dropSide, keySide } from '../../src/runtime/side-tables.ts';
import { isFaithful, verifyProjections } from '../../src/runtime/verify-projections.ts';
import { eventLog } from '../support/event-log.ts';
import { everyText, untoldTexts } from '../support/every-text.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import type { History } from '../support/pure-ledger.ts';
import { readRoles } from '../support/read-roles.ts';
import { TestCollege } from '../support/test-college.ts';
import { happened } from '../support/world.ts';

const LONG = 30_000;

interface Key {
  readonly subject: string;
  readonly purpose: Purpose;
}

const nameOf = ({ subject, purpose }: Key): string => `${subject}.${purpose}`;

/** The history of a college in which keys end now and then, and what of its texts must be gone. */
class Erasing {
  readonly gone = new Set<string>();
  readonly #college: TestCollege;
  readonly #generations = new Map<string, { readonly generation: number; readonly texts: string[] }>();

  constructor(college: TestCollege) {
    this.#college = college;
  }

  async tell(history: History): Promise<bigint> {
    for (const event of Object.values(history).flat()) this.#note(event);
    return await this.#college.tell(history);
  }

  /** The keys that texts are sealed under now. */
  get keys(): readonly Key[] {
    const standing = [...this.#generations].filter(([, { texts }]) => texts.length > 0);
    return standing.map(([name]) => {
      const [subject = '', purpose] = name.split('.');
      return { subject, purpose: purpose as Purpose };
    });
  }

  async destroy(key: Key): Promise<bigint> {
    const name = nameOf(key);
    const { generation = 1, texts = [] } = this.#generations.get(name) ?? {};
    for (const text of texts) this.gone.add(text);
    this.#generations.set(name, { generation: generation + 1, texts: [] });
    const data = { ...key, generation, erasure: randomUUID() };
    return await this.#college.tell({ [`key-${name}`]: [happened('SubjectKeyDestroyed', data)] });
  }

  #note(event: DomainEvent): void {
    const { sealed } = definitionOf(event.type);
    for (const key of sealingsOf(event))
      this.#generations.getOrInsertComputed(nameOf(key), () => ({ generation: 1, texts: [] }));
    for (const [field, text] of Object.entries(event.sealed ?? {})) {
      const sealing = sealed[field];
      if (!sealing || typeof text !== 'string') continue;
      const name = nameOf({ subject: sealing.subject(event.data), purpose: sealing.purpose });
      this.#generations.get(name)?.texts.push(text);
    }
  }
}

/** Everything that stands in the read models, as text. */
const dump = async ({ pool, models }: ReadModels): Promise<string> => {
  const tables = models.flatMap(({ shapes }) => shapes.map(({ name }) => name));
  const found = [];
  for (const table of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM read."${table}" t`);
    found.push(...rows.map(({ row }) => row));
  }
  return found.join('\n');
};

let database: TestDatabase;
let log: EventLog;
let models: ReadModels;
let projector: Projector;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await testDatabase();
  const roles = readRoles(database);
  log = eventLog();
  models = openReadModels(roles);
  projector = await startProjector(log, models);
  close = async () => {
    await projector.stop();
    await roles.end();
    await log.close();
    await database.drop();
  };
}, LONG);

afterAll(() => close());

const level = async (college: string, position: bigint): Promise<void> => {
  for (const { name } of projections) {
    if (await projector.waitFor(name, college, position, LONG)) continue;
    const fault = projector.projectorStatus().find((status) => status.fault)?.fault;
    throw new Error(`${name} stopped: ${fault?.event ?? ''} ${fault?.message ?? ''}`);
  }
};

const canary = (type: string, field: string): string => `ZZCANARY-${type}-${field}-${randomUUID()}`;

describe('the end of a key', () => {
  it('is told with every sealed field there is', () => {
    const told = everyText(canary).flatMap((history) => Object.values(history).flat());
    const fields = told.flatMap(({ type, sealed = {} }) =>
      Object.keys(sealed).map((field) => `${type}.${field}`),
    );
    const all = definitions.flatMap(({ type, sealed }) =>
      Object.keys(sealed).map((field) => `${type}.${field}`),
    );
    expect(new Set(fields)).toEqual(new Set(all));
  });

  it('overwrites every text in every table with what a rebuild gives, whenever it comes', async () => {
    const steps = fc.record({
      /** After which text a key ends, and which of those there are. */
      ends: fc.array(fc.tuple(fc.nat(90), fc.nat(200)), { minLength: 5, maxLength: 25 }),
      /** After which texts the read models are level. */
      pauses: fc.array(fc.nat(90), { maxLength: 12 }),
    });
    let overwritten = 0;
    await fc.assert(
      fc.asyncProperty(steps, async ({ ends, pauses }) => {
        const college = await new TestCollege(log).open();
        const erasing = new Erasing(college);
        let position = await erasing.tell(untoldTexts());
        projector.follow(college.id);
        for (const [index, history] of everyText(canary).entries()) {
          position = await erasing.tell(history);
          if (pauses.includes(index)) await level(college.id, position);
          for (const [, which] of ends.filter(([at]) => at === index)) {
            const key = erasing.keys[which % erasing.keys.length];
            if (key) position = await erasing.destroy(key);
          }
        }
        await level(college.id, position);
        const before = await dump(models);
        for (const key of erasing.keys) position = await erasing.destroy(key);
        const standing = [...erasing.gone].filter((text) => text.startsWith('ZZ') && before.includes(text));
        overwritten += standing.length;
        await level(college.id, position);
        const after = await dump(models);
        expect([...erasing.gone].filter((text) => text.startsWith('ZZ') && after.includes(text))).toEqual([]);
        const reports = await verifyProjections(log, models);
        expect(reports.flatMap(({ tables }) => tables.flatMap(({ deviations }) => deviations))).toEqual([]);
        expect(isFaithful(reports)).toBe(true);
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(overwritten).toBeGreaterThan(20);
  }, 120_000);

  it('reaches into a rebuild that had read the texts before', async () => {
    const college = await new TestCollege(log).open();
    const erasing = new Erasing(college);
    let half = await erasing.tell(untoldTexts());
    for (const history of everyText(canary)) half = await erasing.tell(history);
    const model = models.models.find(({ name }) => name === 'movement');
    if (!model) throw new Error('There is a projection of movements.');
    const client = await models.pool.connect();
    try {
      const tables = await createSide(client, model, 'check');
      const index = () => keySide(client, model, 'check');
      const take = (from: bigint, to: bigint, rows: number) =>
        replay(log, [client], model, tables, { college: college.id, from, to }, () => undefined, index, {
          page: 20,
          rows,
          settled: rows,
        });
      await take(0n, half, 1);
      const names = 'SELECT count(family_name)::int AS names FROM read.student_name__check';
      expect((await client.query(names)).rows).toEqual([{ names: 3 }]);
      let end = half;
      for (const key of erasing.keys) end = await erasing.destroy(key);
      await take(half, end, 300_000);
      expect((await client.query(names)).rows).toEqual([{ names: 0 }]);
    } finally {
      await dropSide(client, model, 'check');
      client.release();
    }
  });
});
