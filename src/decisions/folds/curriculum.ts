import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import type { CurriculumItem } from '../../policies/programme.ts';
import { defineFold } from '../decision.ts';

/** The lines of a curriculum from a date on. */
export interface CurriculumVersion {
  readonly from: PlainDate;
  readonly items: readonly CurriculumItem[];
}

type Adopted = EventNamed<'CurriculumAdopted'>['data'];

/** A curriculum with every version of its lines, the first one first; `null` before it is adopted. */
export type CurriculumState =
  | (Pick<Adopted, 'programmeKind' | 'code' | 'title' | 'formOfStudy' | 'intakeYear' | 'student'> & {
      readonly versions: readonly CurriculumVersion[];
    })
  | null;

/** Folds `curriculum-<id>`. */
export const curricula = defineFold<CurriculumState, 'curriculum'>('curriculum', null, {
  CurriculumAdopted: (_, { data: { curriculum: _id, basedOn: _from, order: _order, items, ...data } }) => ({
    ...data,
    versions: [{ from: data.effectiveFrom, items }],
  }),
  CurriculumRevised: (state, { data: { effectiveFrom: from, items } }) =>
    state && { ...state, versions: [...state.versions, { from, items }] },
});

/** The lines in force on a day: the latest that took effect by then, or the first there ever was. */
export const linesOn = (
  { versions }: NonNullable<CurriculumState>,
  day: PlainDate,
): readonly CurriculumItem[] => (versions.findLast(({ from }) => from <= day) ?? versions[0])?.items ?? [];
