import type { z } from 'zod';
import { parameterOf, type ParameterKey } from './parameters.ts';

type Issue = z.core.$ZodIssue;

/** Of several possible shapes, the one that the value comes closest to says best what is wrong with it. */
const closest = (shapes: readonly (readonly Issue[])[]): readonly Issue[] =>
  shapes.reduce((best, shape) => (shape.length < best.length ? shape : best), shapes[0] ?? []);

const faultsIn = (issues: readonly Issue[], within: readonly PropertyKey[] = []): readonly string[] =>
  issues.flatMap((issue) => {
    const path = [...within, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0)
      return faultsIn(closest(issue.errors), path);
    return [[...path.map(String), issue.code].join('.')];
  });

/**
 * Why a value is no value of a parameter: where and what, `steps.0.marks.too_small`, never the value itself.
 * Nothing where it is one.
 */
export const valueFaults = (parameter: ParameterKey, value: unknown): readonly string[] =>
  faultsIn(parameterOf(parameter).value.safeParse(value).error?.issues ?? []);
