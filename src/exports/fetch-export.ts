import { randomUUID } from 'node:crypto';
import { exports } from '../decisions/folds/export.ts';
import type { Actor } from '../../events/recorded.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { ExportFiles } from './export-files.ts';
import { FORMS } from './forms.ts';

/** A file on its way to its owner. */
export interface FetchedExport {
  readonly type: string;
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * The file of an export for who asked for it, and the event that it was fetched; `null` for anybody else, and before it
 * is made and once it is gone, all alike.
 */
export const fetchExport = async (
  files: ExportFiles,
  college: RunningCollege,
  { account, session, provedBy, provedAt }: Omit<Actor, 'channel'>,
  id: string,
  request: string,
): Promise<FetchedExport | null> => {
  const state = await college.stateOf(exports, id);
  if (state?.owner !== account || !state.made) return null;
  const { made, format } = state;
  const bytes = await files.read(college.id, id, made.sha256);
  if (!bytes) return null;
  const actor = { account, session, channel: 'graphql', provedBy, provedAt } as const;
  const order = { commandId: randomUUID(), actor, request };
  const { accepted } = await college.execute({ type: 'FetchExport', data: { export: id } }, order);
  if (!accepted) return null;
  const { type, extension } = FORMS[format];
  return { type, name: `audit-trail-${id}.${extension}`, size: made.size, bytes };
};
