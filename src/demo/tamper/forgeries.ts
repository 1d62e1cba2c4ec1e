import { Client } from 'pg';
import canonicalize from 'canonicalize';
import { newId } from '../../runtime/random.ts';
import { forge } from './forging.ts';

/** Something that a database administrator does to the log behind everybody's back. */
export interface Forgery {
  readonly name: string;
  readonly title: string;
  readonly from: 'now' | 'backup';
  /** Acts as the superuser. */
  readonly act: (superuserUrl: string) => Promise<void>;
}

interface MarkRow {
  readonly college: number;
  readonly position: string;
  readonly stream: string;
  readonly body: string;
  readonly recorded_at: Date;
}

/** A mark that was recorded once and never touched again. */
const MARK = `SELECT e.college, e.position, e.stream, e.body, e.recorded_at FROM log.event e
  JOIN log.stream s ON s.no = e.stream JOIN log.command c ON c.college = e.college AND c.id = e.command
  WHERE e.type = 'MarkRecorded' AND e.body LIKE '%"value":"3"%' AND s.revision = 0 AND c.last = e.position
  ORDER BY e.position LIMIT 1`;

/** Out of the way of every position, and in the same leaf of the log. */
const FAR = 500_000;

const LEAF = `sha256('\\x00'::bytea || convert_to(body, 'UTF8'))`;

const ask = async <Row extends object>(url: string, text: string): Promise<Row> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const [row] = (await client.query<Row>(text)).rows;
    if (!row) throw new Error('The log of the demonstration has no such event.');
    return row;
  } finally {
    await client.end();
  }
};

const raiseMark = async (url: string): Promise<void> => {
  const { college, position, body } = await ask<MarkRow>(url, MARK);
  const values = [college, position, body.replace('"value":"3"', '"value":"5"')];
  const change = 'UPDATE log.event SET body = $3 WHERE college = $1 AND position = $2';
  const fit = `UPDATE log.event SET leaf_hash = ${LEAF} WHERE leaf_hash <> ${LEAF}`;
  await forge(url, [change, fit], values);
};

const cutTail = (url: string): Promise<void> => {
  const last =
    '(SELECT max(first) - 1 FROM log.command WHERE last <= (SELECT max(position) - 8 FROM log.event))';
  return forge(url, [
    `CREATE TEMP TABLE cut AS SELECT ${last} AS after`,
    'DELETE FROM log.sealed WHERE position > (SELECT after FROM cut)',
    'DELETE FROM log.event WHERE position > (SELECT after FROM cut)',
    'DELETE FROM log.command WHERE last > (SELECT after FROM cut)',
    'DELETE FROM log.stream s WHERE NOT EXISTS (SELECT FROM log.event e WHERE e.stream = s.no)',
    'UPDATE log.stream s SET revision = (SELECT max(e.revision) FROM log.event e WHERE e.stream = s.no)',
  ]);
};

/** A correction that obeys every rule, dated a moment after the mark it corrects; all that came later moves on by one. */
const insertCorrection = async (url: string): Promise<void> => {
  const row = await ask<MarkRow>(url, MARK);
  const mark = JSON.parse(row.body) as Record<string, unknown> & {
    at: string;
    data: Record<string, unknown>;
  };
  const msecs = Date.parse(mark.at) + 1;
  const [id, command] = [newId(msecs), newId(msecs)];
  const { value: from, ...data } = mark.data;
  const body = canonicalize({
    ...mark,
    id,
    command,
    at: new Date(msecs).toISOString(),
    data: { ...data, from, to: '5' },
    revision: 1,
    seq: 0,
    sealed: [],
    type: 'MarkCorrected',
  });
  const moved = ['log.event', 'log.sealed'].flatMap((table) => [
    `UPDATE ${table} SET position = position + ${String(FAR)} WHERE college = $1 AND position > $2`,
    `UPDATE ${table} SET position = position - ${String(FAR)} + 1 WHERE college = $1 AND position > ${String(FAR)} AND $2 > 0`,
  ]);
  const values = [row.college, row.position];
  const told = [
    `UPDATE log.command SET first = first + 1, last = last + 1 + ${String(FAR)} WHERE college = $1 AND first > $2`,
    `UPDATE log.command SET last = last - ${String(FAR)} WHERE college = $1 AND last > ${String(FAR)} AND $2 > 0`,
  ];
  await forge(url, [...moved, ...told], values);
  const event = `INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
    SELECT $1, $2::bigint + 1, $3::bigint, 1, $4, $5, 'MarkCorrected', 1, 0, $6, b.body, ${LEAF} FROM (SELECT $7::text AS body) b`;
  await forge(url, [event], [...values, row.stream, id, command, row.recorded_at, body]);
  const done = `INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
    VALUES ($1, $3, sha256('forged'), $2::bigint + 1, $2::bigint + 1, $4)`;
  await forge(url, [done], [...values, command, row.recorded_at]);
  await forge(url, ['UPDATE log.stream SET revision = 1 WHERE no = $1'], [row.stream]);
};

/** What the demonstration does, each on a copy of its own. */
export const forgeries: readonly Forgery[] = [
  {
    name: 'mark',
    title: 'A mark of 3 becomes a 5, by SQL, with the triggers off',
    from: 'now',
    act: raiseMark,
  },
  { name: 'tail', title: 'The last events are deleted', from: 'now', act: cutTail },
  {
    name: 'inserted',
    title: 'A correction from 3 to 5 is inserted where it would have stood, with its date and by every rule',
    from: 'now',
    act: insertCorrection,
  },
  {
    name: 'backup',
    title: 'An old backup is put back, and what came after it is gone',
    from: 'backup',
    act: () => Promise.resolve(),
  },
];
