import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** The names of departments and streams by id. */
export interface ReferenceDataState {
  readonly departments: ReadonlyMap<string, string>;
  readonly streams: ReadonlyMap<string, string>;
}

const withDepartment = (
  state: ReferenceDataState,
  { department, name }: EventNamed<'DepartmentRegistered'>['data'],
): ReferenceDataState => ({ ...state, departments: withEntry(state.departments, department, name) });

/** Folds `referenceData-<college>`. */
export const referenceData = defineFold<ReferenceDataState, 'referenceData'>(
  'referenceData',
  { departments: new Map(), streams: new Map() },
  {
    DepartmentRegistered: (state, { data }) => withDepartment(state, data),
    DepartmentRenamed: (state, { data }) => withDepartment(state, data),
    StudyStreamRegistered: (state, { data: { stream, name } }) => ({
      ...state,
      streams: withEntry(state.streams, stream, name),
    }),
    CollegeInformationFilled: (state) => state,
  },
);

/** One check of reference data: when its documents came, and when it was done. */
export interface ReferenceCheckState {
  readonly documentsOn: PlainDate | null;
  readonly checkedOn: PlainDate | null;
  /** What the last check found wrong. */
  readonly faults: number;
}

/** Folds `referenceCheck-<what>.<group or college>.<term>`. */
export const referenceChecks = defineFold<ReferenceCheckState, 'referenceCheck'>(
  'referenceCheck',
  { documentsOn: null, checkedOn: null, faults: 0 },
  {
    SourceDocumentsHandedOver: (state, { data: { on } }) => ({ ...state, documentsOn: on }),
    ReferenceDataChecked: (state, { data: { faults }, meta }) => ({
      ...state,
      checkedOn: meta.occurredOn,
      faults,
    }),
  },
);
