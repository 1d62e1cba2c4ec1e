import type { RuleApplied } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { academicYearOf, planDeadline } from '../policies/programme.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { isLate } from '../policies/timeliness.ts';
import { applying } from './applying.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { activities, type ActivityState } from './folds/extracurricular.ts';
import { groups, staysOn } from './folds/group.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator } from './rights.ts';

/** Puts an activity into the extracurricular plan of a group, or moves it. */
export type PlanActivity = EventNamed<'ActivityPlanned'>['data'] & {
  readonly title: string;
  /** Why it is moved; `null` the first time. */
  readonly reason: string | null;
};

/** Records an activity that took place. */
export type RecordActivity = EventNamed<'ActivityRecorded'>['data'] & { readonly notes: string };

/** Takes an activity out of the plan. */
export type DropActivity = EventNamed<'ActivityDropped'>['data'] & { readonly reason: string };

interface Kept {
  readonly right: Role;
  readonly known: ReadonlyMap<string, ActivityState>;
}

/** The plan and journal as the group's own curator finds them; where the regulation has no such journal, nobody keeps one. */
function* keeping(circumstances: Circumstances, group: string): Deciding<Kept | Refused> {
  const capability = 'extracurricular.keep';
  if (!(yield* read(groups, group)).formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  const right = yield* rightAsCurator(circumstances, capability, group, {});
  if (isRefused(right)) return right;
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const parameter = 'extracurricularJournal';
  if (regulation.value(parameter) !== true)
    return refuse('NOT_PERMITTED', {}, { capability }, regulation.rule(parameter));
  return { right, known: yield* read(activities, group) };
}

const write = (
  right: Role,
  event: EventNamed<'ActivityPlanned' | 'ActivityRecorded' | 'ActivityDropped'>,
  grounds: Partial<Accepted> = {},
): Accepted =>
  accept(right, [{ category: 'extracurricular', id: event.data.group, events: [event] }], grounds);

/** The plan of a year is due with the composition of the group; what is added to it during the year is not late (R-REF-17). */
function* timeliness(
  circumstances: Circumstances,
  known: Kept['known'],
  plannedOn: PlainDate,
): Deciding<RuleApplied | null> {
  const academicYear = academicYearOf(plannedOn);
  const isBegun = [...known.values()].some(
    (activity) => activity.plannedOn !== null && academicYearOf(activity.plannedOn) === academicYear,
  );
  const parameter = 'groupComposition.checkDeadline';
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const value = regulation.value(parameter);
  if (isBegun || !value) return null;
  const deadline = planDeadline(value, academicYear, null);
  return applying(regulation.rule(parameter), { deadline, late: isLate(deadline, circumstances) });
}

/** Plans an activity of the group (R-REF-17). */
export function* planActivity(circumstances: Circumstances, command: PlanActivity): Deciding {
  const { title, reason, ...data } = command;
  const { group, activity, plannedOn } = data;
  const kept = yield* keeping(circumstances, group);
  if (isRefused(kept)) return kept;
  const before = kept.known.get(activity);
  if (before?.held) return refuse('ALREADY_DONE', {}, { state: 'held' });
  if (before && (reason ?? '').trim() === '') return refuse('REASON_REQUIRED', {});
  const rule = yield* timeliness(circumstances, kept.known, plannedOn);
  const sealed = { title, ...(reason === null ? {} : { reason }) };
  return write(kept.right, { type: 'ActivityPlanned', data, sealed }, { rule, occurredOn: plannedOn });
}

/** Records an activity of the group with those who took part (R-LES-15). */
export function* recordActivity(circumstances: Circumstances, command: RecordActivity): Deciding {
  const { notes, ...data } = command;
  const { group, activity, heldOn } = data;
  const kept = yield* keeping(circumstances, group);
  if (isRefused(kept)) return kept;
  const { today } = circumstances;
  if (heldOn > today) return refuse('DATE_OUT_OF_RANGE', {}, { heldOn, today });
  if (kept.known.get(activity)?.held) return refuse('ALREADY_RECORDED', {}, { state: 'held' });
  const { members } = yield* read(groups, group);
  const stranger = data.students.find((student) => !staysOn(members.get(student) ?? [], heldOn));
  if (stranger !== undefined) return refuse('NOT_IN_GROUP', { student: stranger }, { day: heldOn });
  return write(kept.right, { type: 'ActivityRecorded', data, sealed: { notes } }, { occurredOn: heldOn });
}

/** Drops a planned activity for a reason; one that was held stays. */
export function* dropActivity(circumstances: Circumstances, command: DropActivity): Deciding {
  const { reason, ...data } = command;
  const kept = yield* keeping(circumstances, data.group);
  if (isRefused(kept)) return kept;
  const found = kept.known.get(data.activity);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'activity' });
  if (found.held) return refuse('ALREADY_DONE', {}, { state: 'held' });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  return write(kept.right, { type: 'ActivityDropped', data, sealed: { reason } });
}
