import type { EventNamed } from '../../../events/register.ts';
import type { CurriculumVersion } from '../../policies/programme.ts';
import { defineFold } from '../decision.ts';

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
