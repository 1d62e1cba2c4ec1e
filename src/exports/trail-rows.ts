import { auditTrailFrom } from '../../projections/audit-trail/queries.ts';
import type { AuditFilter } from '../../projections/audit-trail/filter.ts';
import type { AuditEntry } from '../../projections/audit-trail/table.ts';
import { accountsByIds, studentsByIds } from '../../projections/directory/by-ids.ts';
import type { Reader } from '../../projections/reader.ts';
import { proveInclusion } from '../ledger/inclusion.ts';
import type { Published, PublishedCheckpoint } from '../ledger/published/published.ts';
import { tileHashes } from '../ledger/tile-reader.ts';
import { writeTlogProof } from '../ledger/tlog-proof.ts';
import type { Scope } from '../policies/scope.ts';

/** An event of an export, with everything that a form may show of it. */
export interface TrailRow {
  readonly entry: AuditEntry;
  /** Names of today, as far as whoever asked may read them; empty where they were erased. */
  readonly actor: string;
  readonly student: string;
  /** The stored body, word for word. */
  readonly leaf: string;
  /** Its hash in the tree, hex: base64 may begin like a formula. */
  readonly leafHash: string;
  /** C2SP tlog-proof; `null` where none was asked for. */
  readonly proof: string | null;
}

/** What an export is made of. */
export interface TrailSource {
  readonly reader: Reader;
  readonly published: Published;
  /** The rows of the trail that whoever asked may read, and the people. */
  readonly scope: Scope;
  readonly people: Scope;
  readonly filter: AuditFilter;
  /** The last position that belongs to it. */
  readonly until: bigint;
  /** The checkpoint that the proofs are of; `null`: no proofs. */
  readonly checkpoint: PublishedCheckpoint | null;
}

const AT_ONCE = 500;

const namesOf = async ({ reader, people }: TrailSource, entries: readonly AuditEntry[]) => {
  const ids = (of: (entry: AuditEntry) => string | null) => [
    ...new Set(entries.flatMap((entry) => of(entry) ?? [])),
  ];
  const isAccount = /^[\da-f]{8}-/u;
  const [accounts, students] = await Promise.all([
    accountsByIds(
      reader,
      people,
      ids(({ actor }) => actor).filter((id) => isAccount.test(id)),
    ),
    studentsByIds(
      reader,
      people,
      ids(({ student }) => student),
    ),
  ]);
  const fullName = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null).join(' ');
  return {
    accounts: new Map(accounts.map(({ account, name }) => [account, name ?? ''])),
    students: new Map(
      students.map(({ student, familyName, givenName, patronymic }) => [
        student,
        fullName([familyName, givenName, patronymic]),
      ]),
    ),
  };
};

const prover = ({ published, scope, checkpoint }: TrailSource) => {
  if (!checkpoint) return () => Promise.resolve(null);
  const { size, note } = checkpoint;
  const read = tileHashes(published.tiles(scope.college), size);
  return async (position: bigint): Promise<string> => {
    const index = Number(position) - 1;
    return writeTlogProof({ index, path: await proveInclusion(read, index, size), note });
  };
};

/** The events of an export, oldest first. */
export async function* trailRows(source: TrailSource): AsyncIterable<TrailRow> {
  const { reader, published, scope, filter, until } = source;
  const prove = prover(source);
  for (let after = 0n; ;) {
    const entries = await auditTrailFrom(reader, scope, filter, { after, until, first: AT_ONCE });
    const [names, leaves] = await Promise.all([
      namesOf(source, entries),
      published.leaves(
        scope.college,
        entries.map(({ position }) => position),
      ),
    ]);
    for (const entry of entries) {
      const { position } = entry;
      const found = leaves.get(position);
      if (!found) throw new Error(`The event at ${String(position)} is not in the log.`);
      yield {
        entry,
        actor: names.accounts.get(entry.actor) ?? '',
        student: names.students.get(entry.student ?? '') ?? '',
        leaf: found.body,
        leafHash: found.leafHash.toString('hex'),
        proof: await prove(position),
      };
    }
    const last = entries.at(-1);
    if (!last || entries.length < AT_ONCE) return;
    after = last.position;
  }
}
