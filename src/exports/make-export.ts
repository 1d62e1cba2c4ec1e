import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { AuditFilter } from '../../projections/audit-trail/filter.ts';
import type { ExportJob } from '../../projections/exports/table.ts';
import { exports } from '../decisions/folds/export.ts';
import type { Command } from '../decisions/register.ts';
import type { Published, PublishedCheckpoint } from '../ledger/published/published.ts';
import type { Capability } from '../policies/access.ts';
import { boundsOf } from '../policies/bounds.ts';
import { scopeOf, type Viewer } from '../policies/scope.ts';
import type { Readers } from '../runtime/bounded-readers.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { ExportFiles } from './export-files.ts';
import { textOf } from './forms.ts';
import { trailRows } from './trail-rows.ts';

/** What exports are made with. */
export interface Workshop {
  readonly files: ExportFiles;
  readonly readers: Readers;
  readonly published: Published;
  /** What the roles of an account reach now. */
  readonly viewer: (
    college: RunningCollege,
    account: string,
  ) => Promise<Omit<Viewer, 'session'> & { readonly capabilities: ReadonlySet<Capability> }>;
  /** Waits, bounded, until the trail shows a position. */
  readonly shown: (college: string, position: bigint) => Promise<boolean>;
  /** How long proofs wait for a checkpoint that covers them, in milliseconds. */
  readonly checkpointMs: number;
}

const PAUSE_MS = 200;
const NOWHERE = { first: 0n, last: 0n };

const checkpointFor = async (
  { published, checkpointMs }: Workshop,
  { id }: RunningCollege,
  { position }: ExportJob,
): Promise<PublishedCheckpoint | null> => {
  const end = Date.now() + checkpointMs;
  for (;;) {
    const latest = await published.latest(id);
    if (latest && BigInt(latest.size) >= position) return latest;
    if (Date.now() > end) return null;
    await setTimeout(PAUSE_MS);
  }
};

const filterOf = async ({ id, log }: RunningCollege, { filter }: ExportJob): Promise<AuditFilter> => {
  // Written by this program from a filter of the trail.
  const told = filter as AuditFilter;
  if (told.command === undefined) return told;
  return { ...told, commandAt: (await log.findCommand(id, told.command)) ?? NOWHERE };
};

/**
 * Makes the file of an export, in its owner's name and with what the owner may read now, and says so in the log. What was
 * written by a process that died is written again; `false` where it has to be tried again later.
 */
export const makeExport = async (
  workshop: Workshop,
  college: RunningCollege,
  job: ExportJob,
): Promise<boolean> => {
  const { files, readers, published } = workshop;
  const { export: id, owner } = job;
  const { session = 'none' } = (await college.stateOf(exports, id)) ?? {};
  const order = () => ({
    commandId: randomUUID(),
    actor: { account: owner, session, channel: 'graphql' } as const,
  });
  const tell = async (command: Command) => await college.execute(command, order());
  const abandon = async (cause: 'rightEnded' | 'noCheckpoint'): Promise<true> => {
    await files.forget(college.id, id);
    await tell({ type: 'AbandonExport', data: { export: id, cause } });
    return true;
  };

  const viewer = { ...(await workshop.viewer(college, owner)), session };
  if (!viewer.capabilities.has('auditTrail.read')) return await abandon('rightEnded');
  const checkpoint = job.withProofs ? await checkpointFor(workshop, college, job) : null;
  if (job.withProofs && !checkpoint) return await abandon('noCheckpoint');
  if (!(await workshop.shown(college.id, job.position))) return false;

  const rows = { count: 0 };
  const counted = async function* () {
    const source = trailRows({
      reader: readers(boundsOf(viewer)),
      published,
      scope: scopeOf(viewer, 'auditTrail.read'),
      people: scopeOf(viewer, 'directory.read'),
      filter: await filterOf(college, job),
      until: job.position,
      checkpoint,
    });
    for await (const row of source) {
      rows.count += 1;
      yield row;
    }
  };
  const text = textOf(counted(), { job, log: college.origin, checkpoint });
  const { size, sha256 } = await files.write(college.id, id, text);
  const made = { export: id, rows: rows.count, sha256, size, treeSize: checkpoint?.size ?? null };
  const outcome = await tell({ type: 'FinishExport', data: made });
  if (!outcome.accepted && outcome.refusal.code === 'NOT_PERMITTED') return await abandon('rightEnded');
  return true;
};

/** Gives an export up after a fault; its key goes with it. */
export const giveUp = async (
  { files }: Workshop,
  college: RunningCollege,
  { export: id, owner: account }: ExportJob,
): Promise<void> => {
  await files.forget(college.id, id);
  const { session = 'none' } = (await college.stateOf(exports, id)) ?? {};
  const order = { commandId: randomUUID(), actor: { account, session, channel: 'graphql' } as const };
  await college.execute({ type: 'AbandonExport', data: { export: id, cause: 'fault' } }, order);
};
