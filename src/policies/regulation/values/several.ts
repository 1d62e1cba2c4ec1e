import { z } from 'zod';
import { ROLES } from '../../../../events/role.ts';

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** At least one of a vocabulary, none of them twice; the order means nothing. */
export const several = <const Of extends readonly [string, ...string[]]>(of: Of) =>
  z.array(z.enum(of)).min(1).refine(distinct, 'names one twice');

/** Roles of the college: who may, or whose duty it is. */
export const someRoles = several(ROLES);

/** A term in whole days, at most a year. */
export const days = z.int().min(0).max(366);
