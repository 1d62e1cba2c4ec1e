import { defineFold } from '../decision.ts';

/** A course unit as it is called today; `null` before it is registered. */
export type CourseUnitState = { readonly code: string; readonly title: string } | null;

/** Folds `courseUnit-<id>`. */
export const courseUnits = defineFold<CourseUnitState, 'courseUnit'>('courseUnit', null, {
  CourseUnitRegistered: (_, { data: { code, title } }) => ({ code, title }),
  CourseUnitRenamed: (_, { data: { code, title } }) => ({ code, title }),
});
