import type { EventNamed } from '../../events/register.ts';
import { plusDays, type PlainDate } from '../policies/calendar.ts';
import {
  accept,
  read,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from './decision.ts';
import { groups, type GroupState, type Stay } from './folds/group.ts';
import { students, type StudentState } from './folds/student.ts';
import { without, type Movement } from './folds/student-stays.ts';
import { ofGroup, ofStudent, rightToMove, unlockedPages } from './movement.ts';
import { orderBehind, type Order } from './order.ts';
import { entriesSince, pagesSince } from './resting-entries.ts';
import { isRefused } from './rights.ts';

/** Annuls a movement of a student that should not have been. */
export interface AnnulStudentMovement {
  readonly student: string;
  /** The id of its event; `null`: the last one that stands. */
  readonly movement: string | null;
  readonly order: Order | null;
  readonly reason: string;
}

/** The event that annuls a movement: what stands without it is told in it, so that nobody has to work it out. */
export const annulled = (
  state: StudentState,
  { student, movement, order, reason }: AnnulStudentMovement & { readonly movement: string },
  kind: EventNamed<'StudentMovementAnnulled'>['data']['kind'],
): Write => {
  const { enrolments, leaves } = without(state, movement);
  return ofStudent(student, {
    type: 'StudentMovementAnnulled',
    data: { student, movement, kind, stays: [...enrolments], leaves: [...leaves], order },
    sealed: { reason },
  });
};

/** The movement, if it is the last that stands: everything later rests on it. */
const lastOf = (
  state: StudentState,
  { student, movement: named }: AnnulStudentMovement,
): Movement | Refused => {
  const subject = { student };
  const movement = named ?? state.movements.at(-1)?.id ?? '';
  if (state.annulled.has(movement)) return refuse('ALREADY_DONE', subject, { state: 'annulled' });
  const promoted = state.promotions.some(({ id }) => id === movement);
  if (promoted)
    return refuse('NOT_ANNULLABLE', subject, { kind: 'promotion', instead: 'annulGroupMovement' });
  const found = state.movements.find(({ id }) => id === movement);
  if (!found) return refuse('NOT_FOUND', subject, { what: 'movement' });
  const last = state.movements.at(-1);
  if (found.kind === 'expulsion')
    return refuse('NOT_ANNULLABLE', subject, { kind: found.kind, instead: 'reinstateStudent' });
  return last && last !== found
    ? refuse('LATER_MOVEMENT', subject, { kind: last.kind, on: last.on, movement: last.id })
    : found;
};

const groupOf = ({ enrolments }: Pick<StudentState, 'enrolments'>): string | null =>
  enrolments.find(({ until }) => until === null)?.group ?? null;

const isOpen = (stays: readonly Stay[] | undefined): boolean =>
  stays?.some(({ until }) => until === null) ?? false;

/** Off the pages of a group on which the student stands from a day on, as if never put there. */
function* offPages(student: string, group: GroupState, day: PlainDate): Deciding<readonly Write[] | Refused> {
  const pages = yield* pagesSince(group, day);
  const entries = yield* entriesSince(student, pages, day);
  if (entries.marks + entries.absences + entries.results > 0)
    return refuse('ENTRIES_REMAIN', { student }, entries);
  const states = yield* unlockedPages(student, pages);
  if (isRefused(states)) return states;
  const until = plusDays(day, -1);
  return states.flatMap(({ roster }, index): readonly Write[] => {
    const journal = pages[index] ?? '';
    const events = [{ type: 'RosterEntryEnded' as const, data: { journal, student, until } }];
    return isOpen(roster.get(student)) ? [{ category: 'journal', id: journal, events }] : [];
  });
}

/** On the pages of a group again that a movement had ended on its eve. */
function* backOnPages(
  student: string,
  group: GroupState,
  day: PlainDate,
): Deciding<readonly Write[] | Refused> {
  const pages = yield* pagesSince(group, day);
  const states = yield* unlockedPages(student, pages);
  if (isRefused(states)) return states;
  const eve = plusDays(day, -1);
  return states.flatMap(({ roster }, index): readonly Write[] => {
    const journal = pages[index] ?? '';
    const stays = roster.get(student);
    const events = [{ type: 'RosterExtended' as const, data: { journal, students: [student], from: day } }];
    return stays?.some(({ until }) => until === eve) && !isOpen(stays)
      ? [{ category: 'journal', id: journal, events }]
      : [];
  });
}

/** What an annulment changes in the groups and on their pages. */
function* undoing(
  student: string,
  state: StudentState,
  movement: Movement,
): Deciding<readonly Write[] | Refused> {
  const { kind, on, before } = movement;
  const now = groupOf(state);
  const then = groupOf(before);
  if (now === then && kind !== 'graduation') return [];
  const day = kind === 'graduation' ? plusDays(on, 1) : on;
  const off = now === null ? [] : yield* offPages(student, yield* read(groups, now), day);
  if (isRefused(off)) return off;
  const back = then === null ? [] : yield* backOnPages(student, yield* read(groups, then), day);
  if (isRefused(back)) return back;
  return [
    ...ofGroup(now, (group) => ({ type: 'GroupLeft', data: { group, student, until: plusDays(day, -1) } })),
    ...ofGroup(then, (group) => ({ type: 'GroupJoined', data: { group, student, from: day } })),
    ...off,
    ...back,
  ];
}

/**
 * Annuls the last movement of a student: the movement and its annulment both stay in history. Refused while marks,
 * absences or results rest on it, and for an expulsion, which a reinstatement undoes (D-20, T-33).
 */
export function* annulStudentMovement(circumstances: Circumstances, command: AnnulStudentMovement): Deciding {
  const { student, order, reason } = command;
  const subject = { student };
  const role = yield* rightToMove(circumstances, subject);
  if (isRefused(role)) return role;
  const state = yield* read(students, student);
  const movement = lastOf(state, command);
  if (isRefused(movement)) return movement;
  const unordered = orderBehind(circumstances, order, subject);
  if (unordered) return unordered;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const undone = yield* undoing(student, state, movement);
  if (isRefused(undone)) return undone;
  const kind = movement.kind as Exclude<Movement['kind'], 'expulsion'>;
  return accept(role, [annulled(state, { ...command, movement: movement.id }, kind), ...undone], {
    occurredOn: movement.on,
  });
}
