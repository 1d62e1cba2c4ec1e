import { connections } from '../../database/pools.ts';
import { readEntries } from '../entry-bundle.ts';
import { LedgerFault } from '../fault.ts';
import { entriesPath } from '../tile-path.ts';
import { TILE_WIDTH } from '../tiles.ts';

/** Where a mirror gets the exact bytes of events from. */
export interface LeafSource {
  /** The leaves of one bundle of a tree of a size: those from `n` × 256 on, 256 at most. Rejects when it is out of reach. */
  bundle(n: number, width: number): Promise<readonly Buffer[]>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 10_000;

/** More than 256 of the longest entries with their lengths. */
const MOST_BYTES = TILE_WIDTH * 65_537;

/** The log's own files over HTTP, under `/log/<origin>`, with an auditor's token. */
const httpSource = (url: string, token: string | null): LeafSource => ({
  async bundle(n, width) {
    const response = await fetch(`${url}/${entriesPath({ n, width })}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status !== 200) throw new LedgerFault(`The log answered with ${response.status}.`);
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > MOST_BYTES) throw new LedgerFault('The log sent more than a bundle holds.');
    return readEntries(new Uint8Array(bytes));
  },
  close: () => Promise.resolve(),
});

const NUMBER = 'SELECT no FROM log.college WHERE origin = $1';

const bodiesOf = (no: number): string => `SELECT e.body FROM log.event_${no} e
 WHERE e.college = $1 AND e.position > $2 AND e.position <= $2 + $3::bigint
 ORDER BY e.position`;

/** The database itself, as gradeledger_auditor. */
const postgresSource = (url: string, origin: string): LeafSource => {
  const pool = connections(url).pool(1);
  let no: number | undefined;
  return {
    async bundle(n, width) {
      no ??= (await pool.query<{ readonly no: number }>(NUMBER, [origin])).rows[0]?.no;
      if (no === undefined) return [];
      const query = { name: 'mirror.bodies', text: bodiesOf(no), values: [no, n * TILE_WIDTH, width] };
      const { rows } = await pool.query<{ readonly body: string }>(query);
      return rows.map(({ body }) => Buffer.from(body, 'utf8'));
    },
    close: () => pool.end(),
  };
};

/** The source at an address: `postgres://…` for a database, anything else for the files of a log. */
export const leafSource = (url: string, origin: string, token: string | null): LeafSource =>
  /^postgres(ql)?:/u.test(url) ? postgresSource(url, origin) : httpSource(url.replace(/\/$/u, ''), token);
