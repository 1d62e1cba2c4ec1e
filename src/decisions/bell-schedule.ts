import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { backwardPair, clashingPairs, type BellSchedule } from '../policies/bells.ts';
import type { PlainDate } from '../policies/calendar.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { bellSchedules } from './folds/bell-schedule.ts';
import { rightToSetTheYear } from './right-to-set-the-year.ts';
import { isRefused } from './rights.ts';

/** Sets a bell schedule from a date on. */
export type SetBellSchedule = Omit<EventNamed<'BellScheduleSet'>['data'], 'college'>;

/** Ends a bell schedule. */
export interface WithdrawBellSchedule {
  readonly schedule: string;
  /** The last day on which it holds. */
  readonly until: PlainDate;
}

const write = ({ college }: Circumstances, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'bellSchedule', id: college, events: [event] }]);

const faultOf = ({ pairs }: SetBellSchedule): Refused | null => {
  const backward = backwardPair(pairs);
  if (backward) return refuse('DATE_OUT_OF_RANGE', {}, { what: 'pair', ...backward });
  const clash = clashingPairs(pairs);
  if (!clash) return null;
  const [{ number, endsAt }, other] = clash;
  return refuse(
    'PERIODS_OVERLAP',
    {},
    { what: 'pair', number, endsAt, other: other.number, startsAt: other.startsAt },
  );
};

/** Two schedules that begin on one day for one weekday and kind of day: nobody could say which holds. */
const isRival = (schedule: BellSchedule, { from, dayKind, weekdays }: SetBellSchedule): boolean =>
  schedule.until === null &&
  schedule.from === from &&
  schedule.dayKind === dayKind &&
  schedule.weekdays.some((weekday) => weekdays.includes(weekday));

/** Sets the bells of some weekdays, for ordinary or for short days; from its date on it holds instead of an earlier one. */
export function* setBellSchedule(circumstances: Circumstances, command: SetBellSchedule): Deciding {
  const right = yield* rightToSetTheYear(circumstances);
  if (isRefused(right)) return right;
  const fault = faultOf(command);
  if (fault) return fault;
  const { college } = circumstances;
  const schedules = yield* read(bellSchedules, college);
  const rival = [...schedules.values()].find((schedule) => isRival(schedule, command));
  if (schedules.has(command.schedule) || rival)
    return refuse('ALREADY_EXISTS', {}, { what: 'bellSchedule', from: command.from });
  return write(circumstances, right, { type: 'BellScheduleSet', data: { ...command, college } });
}

/** Ends a schedule: an earlier one, if there is one, holds again. */
export function* withdrawBellSchedule(
  circumstances: Circumstances,
  { schedule, until }: WithdrawBellSchedule,
): Deciding {
  const right = yield* rightToSetTheYear(circumstances);
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const found = (yield* read(bellSchedules, college)).get(schedule);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'bellSchedule' });
  if (found.until !== null) return refuse('ALREADY_DONE', {}, { what: 'bellSchedule', until: found.until });
  if (until < found.from) return refuse('DATE_OUT_OF_RANGE', {}, { from: found.from, until });
  return write(circumstances, right, { type: 'BellScheduleWithdrawn', data: { college, schedule, until } });
}
