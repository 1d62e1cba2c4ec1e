import { plusDays } from '../policies/calendar.ts';
import { annulled } from './annulment.ts';
import {
  accept,
  read,
  readAll,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from './decision.ts';
import { groups, type GroupMovement, type GroupState } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { students, type StudentState } from './folds/student.ts';
import { ofGroup } from './movement.ts';
import { orderBehind, type Order } from './order.ts';
import { isRefused, rightTo } from './rights.ts';

/** Annuls a promotion or graduation of a group that should not have been. */
export interface AnnulGroupMovement {
  readonly group: string;
  /** The id of its event; `null`: the last one that stands. */
  readonly movement: string | null;
  readonly order: Order | null;
  readonly reason: string;
}

/** The movement a student made with the group, if they did; a graduation only if nothing came after it. */
const shared = (
  state: StudentState,
  group: string,
  kind: GroupMovement['kind'],
  to: number,
): string | undefined => {
  if (kind === 'promotion')
    return state.promotions.findLast((each) => each.group === group && each.toSemester === to)?.id;
  const last = state.movements.at(-1);
  return last?.kind === 'graduation' ? last.id : undefined;
};

/** How many pages opened since a movement have lessons that were held: they rest on it. */
function* pagesInUse({ pages }: GroupState, { pages: before }: GroupMovement): Deciding<number> {
  const since = yield* readAll(
    journals,
    pages.slice(before).map(({ journal }) => journal),
  );
  return since.filter(({ lessons }) => [...lessons.values()].some(({ status }) => status === 'conducted'))
    .length;
}

function* lastOf(state: GroupState, movement: string | null): Deciding<GroupMovement | Refused> {
  const last = state.movements.at(-1);
  const found = movement === null ? last : state.movements.find(({ id }) => id === movement);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'movement' });
  if (last && last !== found)
    return refuse('LATER_MOVEMENT', {}, { kind: last.kind, on: last.on, movement: last.id });
  const inUse = yield* pagesInUse(state, found);
  return inUse > 0 ? refuse('ENTRIES_REMAIN', {}, { journals: inUse }) : found;
}

/** Annuls the last promotion or graduation of a group, for each of its students, in one append. */
export function* annulGroupMovement(circumstances: Circumstances, command: AnnulGroupMovement): Deciding {
  const { group, movement, order, reason } = command;
  const right = yield* rightTo(circumstances, 'group.promote');
  if (isRefused(right)) return right;
  const state = yield* read(groups, group);
  if (!state.formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  const found = yield* lastOf(state, movement);
  if (isRefused(found)) return found;
  const unordered = orderBehind(circumstances, order, {});
  if (unordered) return unordered;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});

  const { kind, year, semester, on } = found;
  const everyone = kind === 'graduation' ? found.students : [...state.members.keys()];
  const states = yield* readAll(students, everyone);
  const undone = everyone.flatMap((student, index): readonly Write[] => {
    const theirs = states[index];
    const id = theirs && shared(theirs, group, kind, state.semester);
    if (!theirs || id === undefined) return [];
    return [
      annulled(theirs, { student, movement: id, order, reason }, kind),
      ...(kind === 'graduation'
        ? ofGroup(group, (it) => ({
            type: 'GroupJoined',
            data: { group: it, student, from: plusDays(on, 1) },
          }))
        : []),
    ];
  });
  const event = {
    type: 'GroupMovementAnnulled',
    data: { group, movement: found.id, kind, year, semester, order },
    sealed: { reason },
  } as const;
  const ofTheGroup = undone.filter(({ category }) => category === 'group').flatMap(({ events }) => events);
  return accept(
    right,
    [
      { category: 'group', id: group, events: [event, ...ofTheGroup] },
      ...undone.filter(({ category }) => category === 'student'),
    ],
    { occurredOn: on },
  );
}
