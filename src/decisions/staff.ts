import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { inAccount } from './access.ts';
import { read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses, isOnStaff } from './folds/access.ts';
import { isRefused, rightTo } from './rights.ts';

/** Puts somebody with an account of staff on the staff list, as when they come back. */
export type ListStaff = EventNamed<'StaffListed'>['data'];

/** Records that somebody leaves the staff after a day. */
export interface RecordDeparture extends Omit<EventNamed<'StaffDeparted'>['data'], 'until'> {
  readonly until: PlainDate;
  readonly reason: string;
}

/** Gives a member of staff a position. */
export type AssignPosition = EventNamed<'PositionAssigned'>['data'];

/** Ends a position after a day. */
export type EndPosition = EventNamed<'PositionEnded'>['data'];

const right = (circumstances: Circumstances) =>
  rightTo(circumstances, circumstances.source === 'import' ? 'history.import' : 'staff.keep');

/** Puts somebody on the staff list. */
export function* listStaff(circumstances: Circumstances, command: ListStaff): Deciding {
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  const { holder, staff } = yield* read(accesses, command.account);
  if (holder === null) return refuse('NOT_FOUND', {}, { what: 'account' });
  if (holder !== 'staff') return refuse('WRONG_HOLDER', {}, { holder });
  const last = staff.at(-1);
  if (last && (last.until === null || last.until >= command.from))
    return refuse('ALREADY_ASSIGNED', {}, { from: last.from, ...(last.until && { until: last.until }) });
  return inAccount(command.account, role, [{ type: 'StaffListed', data: command }]);
}

/** Records a departure: positions and roles end with the last day, and nothing is deleted (R-ROLE-07). */
export function* recordDeparture(circumstances: Circumstances, command: RecordDeparture): Deciding {
  const { account, until, order, reason } = command;
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  if (account === circumstances.actor.account) return refuse('OWN_RIGHTS', {});
  const { staff, positions, grants } = yield* read(accesses, account);
  const stay = staff.find((candidate) => candidate.until === null);
  if (!stay) return refuse('NOT_ON_STAFF_LIST', {});
  if (until < stay.from) return refuse('DATE_OUT_OF_RANGE', {}, { until, from: stay.from });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});

  const lasts = (end: PlainDate | null): boolean => end === null || end > until;
  return inAccount(account, role, [
    { type: 'StaffDeparted', data: { account, until, order }, sealed: { reason } },
    ...[...positions]
      .filter(([, position]) => lasts(position.until))
      .map(([position]) => ({ type: 'PositionEnded', data: { account, position, until, order } }) as const),
    ...[...grants]
      .filter(([, grant]) => lasts(grant.until))
      .map(
        ([grant, { role: held }]) =>
          ({ type: 'RoleRevoked', data: { account, grant, role: held, until }, sealed: { reason } }) as const,
      ),
  ]);
}

/** Gives a position (должность): what somebody is, never what they may do (T-36, R-ROLE-05). */
export function* assignPosition(circumstances: Circumstances, command: AssignPosition): Deciding {
  const { account, position, from } = command;
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  const state = yield* read(accesses, account);
  if (!isOnStaff(state, from)) return refuse('NOT_ON_STAFF_LIST', {}, { from });
  if (state.positions.has(position)) return refuse('ALREADY_EXISTS', {}, { what: 'position' });
  return inAccount(account, role, [{ type: 'PositionAssigned', data: command }]);
}

/** Ends a position. */
export function* endPosition(circumstances: Circumstances, command: EndPosition): Deciding {
  const { account, position, until } = command;
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  const held = (yield* read(accesses, account)).positions.get(position);
  if (!held) return refuse('NOT_FOUND', {}, { what: 'position' });
  if (held.until !== null && held.until <= until)
    return refuse('ALREADY_DONE', {}, { what: 'position', until: held.until });
  if (until < held.from) return refuse('DATE_OUT_OF_RANGE', {}, { until, from: held.from });
  return inAccount(account, role, [{ type: 'PositionEnded', data: command }]);
}
