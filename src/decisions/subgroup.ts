import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { capabilitiesOf } from '../policies/access.ts';
import { plusDays } from '../policies/calendar.ts';
import {
  accept,
  read,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from './decision.ts';
import { groups, staysOn, type GroupState } from './folds/group.ts';
import { divisions, type DivisionState } from './folds/subgroup.ts';
import { unlockedPage, type Page } from './page.ts';
import { isRefused, rolesOfActor } from './rights.ts';
import { firstHeld, inAnotherSubgroup, rosterEvents } from './roster.ts';

/** Proposes who stands in which subgroup of a discipline or practice. */
export type ProposeSubgroups = EventNamed<'SubgroupDivisionProposed'>['data'];

/** Agrees to a division. */
export interface AgreeToSubgroups {
  readonly division: string;
}

/** The group, and the pages of its subgroups, before the first lesson in any of them. */
interface Divided {
  readonly group: GroupState;
  readonly pages: readonly Page[];
}

function* divided({ group: id, parts }: Pick<DivisionState, 'group' | 'parts'>): Deciding<Divided | Refused> {
  const group = yield* read(groups, id);
  if (!group.formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  if (group.curator === null) return refuse('NOT_FOUND', {}, { what: 'groupCurator' });
  const pages: Page[] = [];
  if (new Set(parts.map(({ journal }) => journal)).size < parts.length)
    return refuse('ALREADY_ASSIGNED', {}, { what: 'journal' });
  for (const { journal } of parts) {
    const page = yield* unlockedPage(journal, { journal });
    if (isRefused(page)) return page;
    const { opened } = page;
    const [first = page] = pages;
    if (opened.group !== id || opened.subgroup === null)
      return refuse('NOT_FOUND', { journal }, { what: 'subgroup' });
    if (opened.courseUnit !== first.opened.courseUnit || opened.period !== first.opened.period)
      return refuse('NOT_FOUND', { journal }, { what: 'subgroup' });
    if (page.teachers.size === 0) return refuse('NOT_FOUND', { journal }, { what: 'teacher' });
    const held = firstHeld(page);
    if (held !== null) return refuse('LESSON_CONDUCTED', { journal }, { date: held });
    pages.push(page);
  }
  return { group, pages };
}

/** Members of the group, each in one part at most. */
const misplaced = ({ parts }: ProposeSubgroups, { group, pages }: Divided): Refused | null => {
  const placed = new Set<string>();
  const from = pages[0]?.period.from ?? '';
  for (const { journal, students } of parts)
    for (const student of students) {
      const stays = group.members.get(student) ?? [];
      const isMember = staysOn(stays, from) || stays.some((stay) => stay.from > from && stay.until === null);
      if (!isMember) return refuse('NOT_IN_GROUP', { journal, student });
      if (placed.has(student)) return refuse('ALREADY_ASSIGNED', { journal, student });
      placed.add(student);
    }
  return null;
};

/** Who stands in a subgroup that the division leaves as it is would stand in two. */
function* inOneLeftOut({ parts }: ProposeSubgroups, { pages }: Divided): Deciding<Refused | null> {
  const [page] = pages;
  const [first] = parts;
  if (!page || !first) return null;
  const placed = parts.flatMap(({ students }) => students);
  const divided = parts.map(({ journal }) => journal);
  return yield* inAnotherSubgroup(
    { ...page.opened, journal: first.journal },
    placed,
    page.period.from,
    divided,
  );
}

const DIVIDING = ['groupCurator', 'teacher', 'practicalTrainingInstructor'] as const;

/** The curator of this group, or the teacher of one of these pages (R-SUB-01). */
function* rightToDivide(circumstances: Circumstances, { group, pages }: Divided): Deciding<Role | Refused> {
  const { account } = circumstances.actor;
  const roles = yield* rolesOfActor(circumstances);
  const held = DIVIDING.filter((role) => roles.has(role) && capabilitiesOf(role).has('subgroup.divide'));
  if (held.length === 0) return refuse('NOT_PERMITTED', {}, { capability: 'subgroup.divide' });
  if (group.curator === account && held.includes('groupCurator')) return 'groupCurator';
  const teaching = held.find((role) => role !== 'groupCurator');
  return teaching && pages.some(({ teachers }) => teachers.has(account))
    ? teaching
    : refuse('NOT_IN_LOAD', {});
}

/** Jointly: the curator, and of each page one of its teachers. */
const isJoint = (agreed: ReadonlySet<string>, { group, pages }: Divided): boolean =>
  group.curator !== null &&
  agreed.has(group.curator) &&
  pages.every(({ teachers }) => [...teachers.keys()].some((account) => agreed.has(account)));

/** The rosters of the pages as the division has them, from the first day of the period. */
const placing = ({ parts }: Pick<DivisionState, 'parts'>, { pages }: Divided): readonly Write[] =>
  parts.map(({ journal, students }, index): Write => {
    const page = pages[index];
    const from = page?.period.from ?? '';
    const standing = [...(page?.roster ?? [])].filter(([, stays]) => staysOn(stays, from)).map(([id]) => id);
    const wanted = new Set(students);
    const events: readonly DomainEvent[] = [
      ...standing
        .filter((student) => !wanted.has(student))
        .map((student) => ({
          type: 'RosterEntryEnded' as const,
          data: { journal, student, until: plusDays(from, -1) },
        })),
      ...rosterEvents(journal, [...wanted.difference(new Set(standing))], from),
    ];
    return { category: 'journal', id: journal, events };
  });

function* agreeing(
  circumstances: Circumstances,
  division: string,
  state: Pick<DivisionState, 'group' | 'parts' | 'agreed'>,
  { found, before }: { readonly found: Divided; readonly before: readonly DomainEvent[] },
): Deciding {
  const role = yield* rightToDivide(circumstances, found);
  if (isRefused(role)) return role;
  const { account } = circumstances.actor;
  const { group } = state;
  const agreed = { type: 'SubgroupDivisionAgreed', data: { division, group, account } } as const;
  const isComplete = isJoint(new Set([...state.agreed, account]), found);
  const from = found.pages[0]?.period.from ?? '';
  const assigned = { type: 'SubgroupAssigned', data: { division, group, from } } as const;
  const events = [...before, agreed, ...(isComplete ? [assigned] : [])];
  return accept(role, [
    { category: 'division', id: division, events },
    ...(isComplete ? placing(state, found) : []),
  ]);
}

/** Proposes a division, and agrees to it: it stands once all of those who teach and the curator have (R-SUB-01). */
export function* proposeSubgroups(circumstances: Circumstances, command: ProposeSubgroups): Deciding {
  const { division, group, parts } = command;
  if (yield* read(divisions, division)) return refuse('ALREADY_EXISTS', {}, { what: 'division' });
  const found = yield* divided(command);
  if (isRefused(found)) return found;
  const wrong = misplaced(command, found) ?? (yield* inOneLeftOut(command, found));
  if (wrong) return wrong;
  const before = [{ type: 'SubgroupDivisionProposed', data: { division, group, parts } }] as const;
  const state = { group, parts, agreed: new Set<string>() };
  return yield* agreeing(circumstances, division, state, { found, before });
}

/** Agrees to a division; the last yes puts the students on the pages of their subgroups. */
export function* agreeToSubgroups(circumstances: Circumstances, { division }: AgreeToSubgroups): Deciding {
  const state = yield* read(divisions, division);
  if (!state) return refuse('NOT_FOUND', {}, { what: 'division' });
  if (state.assigned) return refuse('ALREADY_DONE', {}, { state: 'assigned' });
  const found = yield* divided(state);
  if (isRefused(found)) return found;
  const wrong =
    misplaced({ division, ...state }, found) ?? (yield* inOneLeftOut({ division, ...state }, found));
  if (wrong) return wrong;
  return yield* agreeing(circumstances, division, state, { found, before: [] });
}
