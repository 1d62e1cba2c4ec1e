import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AuditFilter } from '../../projections/audit-trail/filter.ts';
import { auditTrail, auditTrailFrom, markHistory } from '../../projections/audit-trail/queries.ts';
import { touchedBy, type Touched } from '../support/explained.ts';
import { idOf } from '../support/names.ts';
import { readSide, scope, type ReadSide } from '../support/read-side.ts';

/** What is asked for happened in the first events; years of other events came after. */
const SOUGHT = 200;
const SMALL = 4_000;
const LARGE = 60_000;

const [student, journal, lesson, group, period, account, old] = [
  idOf('the student'),
  idOf('the page'),
  idOf('the lesson'),
  idOf('the group'),
  idOf('the period'),
  idOf('the teacher'),
  idOf('a group on half of all pages'),
];
const [grant, outage, elder] = [idOf('the grant'), idOf('the outage'), idOf('the elder')];

/** An entry by its position: `v` is what is asked for, or what nobody asks for and there is much of. */
const ENTRIES = `INSERT INTO read.audit_entry (college, position, event, type, recorded_at, occurred_on, actor, role,
    channel, session, source, command, student, journal, lesson, period, group_id, late, rule_parameter, has_reason)
  SELECT $1::uuid, p, md5('event' || p)::uuid,
    CASE WHEN sought AND p % 2 = 0 THEN 'MarkCorrected' WHEN sought THEN 'LessonMoved' ELSE 'MarkRecorded' END,
    to_char(timestamp '2020-01-01' + p * interval '10 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"'),
    date '2020-01-01' + (p / 144)::int,
    CASE WHEN sought THEN $3 ELSE 'teacher ' || p % 7 END, CASE WHEN sought THEN 'auditor' ELSE 'teacher' END,
    CASE WHEN sought THEN 'cli' ELSE 'graphql' END, 'session', 'online', 'command',
    CASE WHEN sought AND p % 4 = 0 THEN $4::uuid ELSE md5('student' || p / 90)::uuid END,
    CASE WHEN sought THEN $5::uuid ELSE md5('page' || p / 70)::uuid END,
    CASE WHEN sought THEN $6::uuid ELSE md5('lesson' || p / 10)::uuid END,
    NULL, CASE WHEN sought AND p % 40 = 0 THEN $7::uuid END, sought,
    CASE WHEN sought THEN 'attestation.lockOnEntry' ELSE 'currentMark.editWindowDays' END, sought
  FROM generate_series(1, $2::int) p, LATERAL (SELECT p <= ${SOUGHT} AS sought) s`;

const FINDERS = [
  `INSERT INTO read.audit_flag (college, flag, position)
     SELECT $1::uuid, f, p FROM generate_series(1, ${SOUGHT}) p,
       unnest('{late,afterGrant,refused,imported,temporaryJournal,warned,onBehalf,reason}'::text[]) f`,
  `INSERT INTO read.audit_tie (college, tie, id, position)
     SELECT $1::uuid, t, i, p FROM generate_series(1, ${SOUGHT}) p, unnest($2::text[], $3::text[]) AS x(t, i)`,
  `INSERT INTO read.audit_page (college, journal, group_id, period) VALUES ($1, $2, $3, $4)`,
  `INSERT INTO read.audit_page (college, journal, group_id, period)
     SELECT $1::uuid, md5('page' || p)::uuid, CASE WHEN p % 2 = 0 THEN $3::uuid ELSE md5('group' || p / 18)::uuid END,
       md5('period' || p / 90)::uuid FROM generate_series(1, $2::int / 70) p`,
] as const;

const QUESTIONS: Readonly<Record<string, AuditFilter>> = {
  everything: {},
  'a student': { student },
  'a student, corrected': { student, kinds: ['MarkCorrected'] },
  'a page': { journal },
  'a group': { group },
  'a group, corrected': { group, kinds: ['MarkCorrected'] },
  'a period': { period },
  somebody: { actor: account },
  'somebody, corrected': { actor: account, kinds: ['MarkCorrected'] },
  'a kind': { kinds: ['MarkCorrected'] },
  'two kinds': { kinds: ['MarkCorrected', 'LessonMoved'] },
  'a kind on some days': { kinds: ['MarkCorrected'], occurredFrom: '2020-01-01', occurredTo: '2020-01-05' },
  'some days': { occurredFrom: '2020-01-01', occurredTo: '2020-01-05' },
  'an hour': { recordedFrom: '2020-01-01T08:00:00.000Z', recordedTo: '2020-01-01T09:00:00.000Z' },
  'a kind until an instant': { kinds: ['MarkCorrected'], recordedTo: '2020-01-01T20:00:00.000Z' },
  'a right': { roles: ['auditor'] },
  'a door': { channels: ['cli'] },
  'a rule': { parameter: 'attestation.lockOnEntry' },
  'a reason': { withReason: true },
  late: { lateOnly: true },
  'late, corrected': { lateOnly: true, kinds: ['MarkCorrected'] },
  'under a grant': { afterGrantOnly: true },
  refused: { refusedOnly: true },
  imported: { importedOnly: true },
  'from a temporary journal': { temporaryJournalOnly: true },
  warned: { warnedOnly: true },
  'on behalf of anybody': { onBehalfOnly: true },
  'on behalf of somebody': { onBehalfOf: elder },
  'an account': { account },
  'a grant': { grant },
  'an outage': { outage },
};

let side: ReadSide;
const few = randomUUID();
const many = randomUUID();
const byTurns = randomUUID();
const TURNS = 20;

const run = (text: string, ...values: readonly unknown[]): Promise<unknown> =>
  side.reader.executeQuery({
    ...{ sql: text, parameters: values },
    query: sql`SELECT`.toOperationNode(),
    queryId: { queryId: randomUUID() },
  });

beforeAll(async () => {
  side = await readSide();
  for (const [college, events] of [
    [few, SMALL],
    [many, LARGE],
  ] as const) {
    await run(ENTRIES, college, events, account, student, journal, lesson, group);
    const ties = { student, account, grant, outage, onBehalfOf: elder };
    await run(FINDERS[0], college);
    await run(FINDERS[1], college, Object.keys(ties), Object.values(ties));
    await run(FINDERS[2], college, journal, group, period);
    await run(FINDERS[3], college, events, old);
  }
  await run(ENTRIES, byTurns, SMALL, account, student, journal, lesson, group);
  await run(
    `UPDATE read.audit_entry SET journal = md5('turn' || position % ${TURNS})::uuid WHERE college = $1`,
    byTurns,
  );
  await run(
    `INSERT INTO read.audit_page (college, journal, group_id, period)
       SELECT $1::uuid, md5('turn' || p)::uuid, $2, $3 FROM generate_series(0, ${TURNS - 1}) p`,
    byTurns,
    old,
    period,
  );
  for (const table of ['entry', 'flag', 'tie', 'page']) await run(`VACUUM (ANALYZE) read.audit_${table}`);
}, 120_000);

afterAll(() => side.close());

const all = (college: string) => scope(college, 'auditor', 'auditTrail.read');

const newest = (college: string, filter: AuditFilter): Promise<Touched> =>
  touchedBy(
    side.reader,
    async (reader) => (await auditTrail(reader, all(college), filter, { first: 50 })).rows,
  );

const fromEndToEnd = (college: string, filter: AuditFilter): Promise<Touched> =>
  touchedBy(side.reader, (reader) =>
    auditTrailFrom(reader, all(college), filter, { after: 0n, until: BigInt(LARGE), first: 100 }),
  );

describe('the audit trail of a college with fifteen times the history', () => {
  it.each(Object.entries(QUESTIONS))('looks at no more to find the newest of: %s', async (_, filter) => {
    const [small, large] = [await newest(few, filter), await newest(many, filter)];
    expect(large.rows).toBeLessThanOrEqual(small.rows + 10);
    // A tree may be a storey higher.
    expect(large.pages).toBeLessThanOrEqual(2 * small.pages + 10);
  });

  it.each(Object.entries(QUESTIONS))('looks at no more to export the first of: %s', async (_, filter) => {
    const [small, large] = [await fromEndToEnd(few, filter), await fromEndToEnd(many, filter)];
    expect(large.rows).toBeLessThanOrEqual(small.rows + 10);
    expect(large.pages).toBeLessThanOrEqual(2 * small.pages + 10);
  });

  it('looks at one entry of each page of a group, and at the pages alone that were written on last', async () => {
    const [first, pages] = [5, LARGE / 70 / 2];
    const { rows } = await touchedBy(
      side.reader,
      async (reader) => (await auditTrail(reader, all(many), { group: old }, { first })).rows,
    );
    // A page in its index and its table, and the one entry; of all pages it would be six entries each.
    expect(rows).toBeLessThanOrEqual(4 * pages);
  });

  it('looks at all that is sought on a few pages alone, where those of a group are written on by turns', async () => {
    const first = 50;
    const ask = (reader: ReadSide['reader']) =>
      auditTrail(reader, all(byTurns), { group: old }, { first }).then(({ rows }) => rows);
    const { rows } = await touchedBy(side.reader, ask);
    // On each page it would be more than a thousand.
    expect(rows).toBeLessThanOrEqual(600);
    expect((await ask(side.reader)).map(({ position }) => position)).toEqual(
      Array.from({ length: first }, (_, nth) => BigInt(SMALL - nth)),
    );
  });

  it('leaves out no entry of a group that has more pages than are looked at', async () => {
    const entries = await side.reader
      .selectFrom('audit_entry as e')
      .innerJoin('audit_page as p', (join) =>
        join.onRef('p.college', '=', 'e.college').onRef('p.journal', '=', 'e.journal'),
      )
      .where('e.college', '=', many)
      .where('p.group', '=', old)
      .orderBy('e.position')
      .select('e.position')
      .execute();
    const positions = entries.map(({ position }) => position);
    const first = 7;
    const last = await auditTrail(side.reader, all(many), { group: old }, { first });
    expect(last.rows.map(({ position }) => position)).toEqual(positions.slice(-first).toReversed());
    const window = { after: 10_000n, until: BigInt(LARGE), first: 200 };
    const next = await auditTrailFrom(side.reader, all(many), { group: old }, window);
    expect(next.map(({ position }) => position)).toEqual(
      positions.filter((position) => position > window.after).slice(0, window.first),
    );
  });

  it('looks at no more to tell the history of a cell and of a line', async () => {
    for (const of of [
      { student, journal },
      { student, journal, lesson },
    ]) {
      const touched = (college: string): Promise<Touched> =>
        touchedBy(side.reader, (reader) => markHistory(reader, all(college), of));
      const [small, large] = [await touched(few), await touched(many)];
      expect(large.rows).toBeLessThanOrEqual(small.rows + 10);
      expect(large.pages).toBeLessThanOrEqual(2 * small.pages + 10);
    }
  });

  it('finds the same in both, and what it seeks', async () => {
    for (const [name, filter] of Object.entries(QUESTIONS)) {
      if (name === 'everything') continue;
      const found = async (college: string) => {
        const { rows, hasMore } = await auditTrail(side.reader, all(college), filter, { first: 20 });
        return { hasMore, positions: rows.map(({ position }) => position) };
      };
      expect([name, await found(many)]).toEqual([name, await found(few)]);
      expect([name, (await found(many)).positions.length > 0]).toEqual([name, true]);
    }
  });
});
