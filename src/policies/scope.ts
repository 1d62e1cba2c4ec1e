import type { Role } from '../../events/role.ts';
import { capabilitiesOf, type Capability } from './access.ts';

/** Who asks: a signed-in person with their roles and all that those roles reach. */
export interface Viewer {
  readonly college: string;
  readonly account: string;
  readonly session: string;
  readonly roles: ReadonlySet<Role>;
  /** Pages in the teaching load, and those of lessons they stand in for. */
  readonly journals: ReadonlySet<string>;
  /** Groups they are the curator of. */
  readonly groups: ReadonlySet<string>;
  /** The student whose own account it is. */
  readonly self: ReadonlySet<string>;
  /** Students they answer for as a guardian. */
  readonly wards: ReadonlySet<string>;
}

declare const scoped: unique symbol;

/**
 * The rows a viewer may read for one capability. Every query that reads rows of the college demands one,
 * so a query without a scope does not compile; only `scopeOf` makes one.
 */
export interface Scope {
  readonly [scoped]: Capability;
  readonly college: string;
  /** Every row of the college. The three sets then add nothing. */
  readonly everything: boolean;
  readonly journals: ReadonlySet<string>;
  /** Every page and every student of these groups. */
  readonly groups: ReadonlySet<string>;
  readonly students: ReadonlySet<string>;
}

type Reach = 'load' | 'groups' | 'self' | 'wards' | 'college';

const REACH: Readonly<Partial<Record<Role, Reach>>> = {
  teacher: 'load',
  substituteTeacher: 'load',
  practicalTrainingInstructor: 'load',
  groupCurator: 'groups',
  student: 'self',
  legalGuardian: 'wards',
  trustedPerson: 'wards',
};

const nothing: ReadonlySet<string> = new Set();

/**
 * What a viewer may read under a capability: the union of what each role that carries it reaches.
 * Rights add up per object, not globally: a curator who teaches reads the own group and the own load.
 */
export const scopeOf = (viewer: Viewer, capability: Capability): Scope => {
  const reaches = new Set(
    [...viewer.roles]
      .filter((role) => capabilitiesOf(role).has(capability))
      .map((role): Reach => REACH[role] ?? 'college'),
  );
  const scope: Omit<Scope, typeof scoped> = {
    college: viewer.college,
    everything: reaches.has('college'),
    journals: reaches.has('load') ? viewer.journals : nothing,
    groups: reaches.has('groups') ? viewer.groups : nothing,
    students: new Set([
      ...(reaches.has('self') ? viewer.self : nothing),
      ...(reaches.has('wards') ? viewer.wards : nothing),
    ]),
  };
  return scope as Scope;
};

/** Everything a viewer's roles may ever do, on some object. */
export const capabilitiesOfViewer = ({ roles }: Pick<Viewer, 'roles'>): ReadonlySet<Capability> =>
  new Set([...roles].flatMap((role) => [...capabilitiesOf(role)]));
