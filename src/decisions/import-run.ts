import type { EventNamed } from '../../events/register.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { importRuns } from './folds/college.ts';
import { isRefused, rightTo } from './rights.ts';

/** Begins an import of history. */
export type StartImport = EventNamed<'ImportStarted'>['data'];

/** Ends an import with its counts. */
export type FinishImport = EventNamed<'ImportFinished'>['data'];

/** Starts an import: an administrator's act of its own. */
export function* startImport(circumstances: Circumstances, command: StartImport): Deciding {
  const right = yield* rightTo(circumstances, 'history.import');
  if (isRefused(right)) return right;
  if ((yield* read(importRuns, command.import)) !== 'none')
    return refuse('ALREADY_EXISTS', {}, { what: 'import' });
  const event = { type: 'ImportStarted', data: command } as const;
  return accept(right, [{ category: 'import', id: command.import, events: [event] }]);
}

/** Finishes a running import. */
export function* finishImport(circumstances: Circumstances, command: FinishImport): Deciding {
  const right = yield* rightTo(circumstances, 'history.import');
  if (isRefused(right)) return right;
  if ((yield* read(importRuns, command.import)) !== 'running')
    return refuse('NOT_FOUND', {}, { what: 'import' });
  const event = { type: 'ImportFinished', data: command } as const;
  return accept(right, [{ category: 'import', id: command.import, events: [event] }]);
}
