import type { EventNamed } from '../../../events/register.ts';
import { defineFold } from '../decision.ts';

type Registered = EventNamed<'CourseUnitRegistered'>['data'];
type Placed = EventNamed<'CourseUnitPlaced'>['data'];

/** A course unit as it is called today, and where it stands; `null` before it is registered. */
export type CourseUnitState = {
  readonly code: string;
  readonly title: string;
  readonly kind: Registered['kind'];
  /** The professional module it belongs to. */
  readonly module: string | null;
  readonly practiceKind: Placed['practiceKind'];
} | null;

/** Folds `courseUnit-<id>`. */
export const courseUnits = defineFold<CourseUnitState, 'courseUnit'>('courseUnit', null, {
  CourseUnitRegistered: (_, { data: { code, title, kind } }) => ({
    code,
    title,
    kind,
    module: null,
    practiceKind: null,
  }),
  CourseUnitRenamed: (state, { data: { code, title } }) => state && { ...state, code, title },
  CourseUnitPlaced: (state, { data: { module, practiceKind } }) =>
    state && { ...state, module, practiceKind },
});
