import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { exportExpires, isKept } from '../policies/export-term.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { exports, type ExportState } from './folds/export.ts';
import { isRefused, rightTo } from './rights.ts';

/** Asks for a part of the trail as a file. */
export type RequestExport = EventNamed<'ExportRequested'>['data'];

/** Says that the file of an export lies there, in its owner's name. */
export type FinishExport = Omit<EventNamed<'ExportMade'>['data'], 'expires'>;

/** Says that the file of an export cannot be made. */
export type AbandonExport = EventNamed<'ExportFailed'>['data'];

/** Fetches the file of an export. */
export type FetchExport = EventNamed<'ExportFetched'>['data'];

type Asked = NonNullable<ExportState>;

const write = (id: string, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'export', id, events: [event] }]);

/** The export, for who asked for it: to anybody else it is not there. */
function* own({ actor }: Circumstances, id: string): Deciding<Asked | Refused> {
  const state = yield* read(exports, id);
  return state?.owner === actor.account ? state : refuse('NOT_FOUND', {}, { what: 'export' });
}

const stillToMake = ({ made, failed }: Asked): Refused | null =>
  made || failed ? refuse('ALREADY_DONE', {}, { state: made ? 'made' : 'failed' }) : null;

/** Notes that somebody who reads the trail wants a part of it as a file; who takes history out leaves a trace in it. */
export function* requestExport(circumstances: Circumstances, command: RequestExport): Deciding {
  const right = yield* rightTo(circumstances, 'auditTrail.read');
  if (isRefused(right)) return right;
  if (yield* read(exports, command.export)) return refuse('ALREADY_EXISTS', {}, { what: 'export' });
  return write(command.export, right, { type: 'ExportRequested', data: command });
}

/** Notes that the file lies there, and until when: only once, and only while its owner still may read the trail. */
export function* finishExport(circumstances: Circumstances, command: FinishExport): Deciding {
  const state = yield* own(circumstances, command.export);
  if (isRefused(state)) return state;
  const right = yield* rightTo(circumstances, 'auditTrail.read');
  if (isRefused(right)) return right;
  const expires = exportExpires(circumstances.now);
  return (
    stillToMake(state) ?? write(command.export, right, { type: 'ExportMade', data: { ...command, expires } })
  );
}

/** Notes that the file cannot be made, by the right with which it was asked for: that may have ended. */
export function* abandonExport(circumstances: Circumstances, command: AbandonExport): Deciding {
  const state = yield* own(circumstances, command.export);
  if (isRefused(state)) return state;
  if (state.right === null) return refuse('NOT_PERMITTED', {}, { capability: 'auditTrail.read' });
  return stillToMake(state) ?? write(command.export, state.right, { type: 'ExportFailed', data: command });
}

/** Notes that the file is fetched: by who asked for it, while it is kept and the right lasts. */
export function* fetchExport(circumstances: Circumstances, command: FetchExport): Deciding {
  const state = yield* own(circumstances, command.export);
  if (isRefused(state)) return state;
  const right = yield* rightTo(circumstances, 'auditTrail.read');
  if (isRefused(right)) return right;
  if (!state.made || !isKept(state.made.expires, circumstances.now))
    return refuse('NOT_FOUND', {}, { what: 'export' });
  return write(command.export, right, { type: 'ExportFetched', data: command });
}
