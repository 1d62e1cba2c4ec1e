import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { linesOn, type CurriculumItem } from '../policies/programme.ts';
import {
  accept,
  read,
  readAll,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { courseUnits } from './folds/course-unit.ts';
import { curricula } from './folds/curriculum.ts';
import { curriculumOn, groups } from './folds/group.ts';
import { students } from './folds/student.ts';
import { isRefused, rightTo, type Right } from './rights.ts';

/** Adopts a curriculum for a programme, form of study and year of intake, or for one student. */
export type AdoptCurriculum = Omit<EventNamed<'CurriculumAdopted'>['data'], 'basedOn'>;

/** Makes a curriculum out of another one: the next year's, or a student's own (R-REF-19). */
export type CopyCurriculum = Pick<
  AdoptCurriculum,
  'curriculum' | 'intakeYear' | 'student' | 'effectiveFrom' | 'order'
> & { readonly from: string };

/** Gives a curriculum other lines from a date on. */
export interface ReviseCurriculum {
  readonly curriculum: string;
  readonly effectiveFrom: PlainDate;
  readonly items: CurriculumItem[];
  readonly order: string | null;
  readonly reason: string;
}

/** Lets a group study by a curriculum from a date on. */
export type AssignCurriculum = EventNamed<'GroupCurriculumAssigned'>['data'];

const right = (circumstances: Circumstances): Deciding<Right> => rightTo(circumstances, 'curriculum.set');

/** A line stands once, and names a course unit there is. */
function* faultIn(items: readonly CurriculumItem[]): Deciding<Refused | null> {
  const seen = new Set<string>();
  for (const { courseUnit, semester } of items) {
    const key = `${courseUnit} ${semester}`;
    if (seen.has(key)) return refuse('ALREADY_EXISTS', {}, { what: 'curriculumLine', courseUnit, semester });
    seen.add(key);
  }
  const ids = [...new Set(items.map(({ courseUnit }) => courseUnit))];
  const missing = (yield* readAll(courseUnits, ids)).findIndex((unit) => unit === null);
  return missing < 0 ? null : refuse('NOT_FOUND', {}, { what: 'courseUnit', courseUnit: ids[missing] ?? '' });
}

function* strangerIn(student: string | null): Deciding<Refused | null> {
  if (student === null || (yield* read(students, student)).registered) return null;
  return refuse('NOT_FOUND', { student }, { what: 'student' });
}

const adopted = (grounds: Exclude<Right, Refused>, data: EventNamed<'CurriculumAdopted'>['data']): Accepted =>
  accept(
    grounds,
    [{ category: 'curriculum', id: data.curriculum, events: [{ type: 'CurriculumAdopted', data }] }],
    { occurredOn: data.effectiveFrom },
  );

/** Adopts a curriculum (R-REF-09, R-REF-10); with a student, an individual one (R-PRM-05). */
export function* adoptCurriculum(circumstances: Circumstances, command: AdoptCurriculum): Deciding {
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  if (yield* read(curricula, command.curriculum)) return refuse('ALREADY_EXISTS', {}, { what: 'curriculum' });
  const fault = (yield* faultIn(command.items)) ?? (yield* strangerIn(command.student));
  return fault ?? adopted(role, { ...command, basedOn: null });
}

/** Copies the lines in force on the first day of the copy. */
export function* copyCurriculum(circumstances: Circumstances, command: CopyCurriculum): Deciding {
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  const { from, ...copy } = command;
  if (yield* read(curricula, copy.curriculum)) return refuse('ALREADY_EXISTS', {}, { what: 'curriculum' });
  const source = yield* read(curricula, from);
  if (!source) return refuse('NOT_FOUND', {}, { what: 'curriculum' });
  const fault = yield* strangerIn(copy.student);
  if (fault) return fault;
  const { programmeKind, code, title, formOfStudy } = source;
  const items = [...linesOn(source.versions, copy.effectiveFrom)];
  return adopted(role, { ...copy, programmeKind, code, title, formOfStudy, items, basedOn: from });
}

/** Revises a curriculum from a date on: never for days before its last version (T-48). */
export function* reviseCurriculum(circumstances: Circumstances, command: ReviseCurriculum): Deciding {
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  const { reason, ...data } = command;
  const { curriculum, effectiveFrom, items } = data;
  const found = yield* read(curricula, curriculum);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'curriculum' });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  const last = found.versions.at(-1)?.from ?? effectiveFrom;
  if (effectiveFrom < last) return refuse('DATE_OUT_OF_RANGE', {}, { effectiveFrom, from: last });
  const fault = yield* faultIn(items);
  if (fault) return fault;
  const event = { type: 'CurriculumRevised', data, sealed: { reason } } as const;
  return accept(role, [{ category: 'curriculum', id: curriculum, events: [event] }], {
    occurredOn: effectiveFrom,
  });
}

/** Assigns a curriculum to a group; a student's own is nobody else's. */
export function* assignCurriculum(circumstances: Circumstances, command: AssignCurriculum): Deciding {
  const role = yield* right(circumstances);
  if (isRefused(role)) return role;
  const { group, curriculum, from } = command;
  const state = yield* read(groups, group);
  if (!state.formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  const found = yield* read(curricula, curriculum);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'curriculum' });
  if (found.student !== null)
    return refuse('WRONG_KIND', {}, { kind: 'individualCurriculum', wanted: 'curriculum' });
  if (state.curricula.length > 0 && curriculumOn(state, from) === curriculum) return accept(role, []);
  const event = { type: 'GroupCurriculumAssigned', data: command } as const;
  return accept(role, [{ category: 'group', id: group, events: [event] }], { occurredOn: from });
}
