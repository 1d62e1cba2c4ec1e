import { DELEGABLE_RIGHTS } from '../../events/guardianship.ts';
import type { Role } from '../../events/role.ts';
import { capabilitiesOf, type Capability } from './access.ts';
import type { PlainDate } from './calendar.ts';
import type { ValueOf } from './regulation/parameters.ts';

/** What students and those who answer for them are shown, by the regulation of today; staff see everything. */
export interface LearnerView {
  /** The first day they are shown; `null`: the whole time the journal is kept (R-ROLE-21, D-15). */
  readonly since: PlainDate | null;
  /** Which kinds of data; `null` where the regulation names none. */
  readonly shows: ReadonlySet<LearnerData> | null;
}

/** One kind of data that a regulation shows to learners. */
export type LearnerData = NonNullable<ValueOf<'learner.visibleData'>>[number];

/** A regulation that keeps nothing from learners. */
export const EVERYTHING_SHOWN: LearnerView = { since: null, shows: null };

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
  /** As a trusted person: the students whose guardians handed a right on, by that right (T-38). */
  readonly delegated: ReadonlyMap<Capability, ReadonlySet<string>>;
  readonly learnerView: LearnerView;
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
  /** What is shown of those students; all of it where the scope is everything. */
  readonly learnerView: LearnerView;
}

type Reach = 'load' | 'groups' | 'self' | 'wards' | 'delegated' | 'named' | 'college';

const REACH: Readonly<Partial<Record<Role, Reach>>> = {
  teacher: 'load',
  substituteTeacher: 'load',
  practicalTrainingInstructor: 'load',
  groupCurator: 'groups',
  student: 'self',
  legalGuardian: 'wards',
  trustedPerson: 'delegated',
  // Whom an order names them for, the query about final qualifications looks up itself.
  thesisSupervisor: 'named',
  practiceSupervisor: 'named',
};

const OWN_STUDENTS: ReadonlySet<Reach | undefined> = new Set<Reach>(['self', 'wards', 'delegated']);

/** Whether a role reaches nothing but the students it names: their own rows, or those of their wards. */
export const reachesStudentsOnly = (role: Role): boolean => OWN_STUDENTS.has(REACH[role]);

/** What is no secret among the staff: who teaches or looks after a group sees it of the whole college (requirements §2.1b). */
const WHOLE_FOR_STAFF: ReadonlySet<Capability> = new Set<Capability>(['timetable.read']);

const reachOf = (role: Role, capability: Capability): Reach => {
  const reach = REACH[role] ?? 'college';
  const isStaff = reach === 'load' || reach === 'groups';
  return isStaff && WHOLE_FOR_STAFF.has(capability) ? 'college' : reach;
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
      .map((role) => reachOf(role, capability)),
  );
  const scope: Omit<Scope, typeof scoped> = {
    college: viewer.college,
    everything: reaches.has('college'),
    journals: reaches.has('load') ? viewer.journals : nothing,
    groups: reaches.has('groups') ? viewer.groups : nothing,
    students: new Set([
      ...(reaches.has('self') ? viewer.self : nothing),
      ...(reaches.has('wards') ? viewer.wards : nothing),
      ...(reaches.has('delegated') ? (viewer.delegated.get(capability) ?? nothing) : nothing),
    ]),
    learnerView: reaches.has('college') ? EVERYTHING_SHOWN : viewer.learnerView,
  };
  return scope as Scope;
};

const common = (one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...one].filter((id) => other.has(id)));

/** The rows that two scopes of one viewer both reach, set by set: who holds one right as a guardian and another as a teacher holds both for neither’s sake alone. */
export const inBoth = (one: Scope, other: Scope): Scope => {
  if (one.everything) return other;
  if (other.everything) return one;
  return {
    ...one,
    journals: common(one.journals, other.journals),
    groups: common(one.groups, other.groups),
    students: common(one.students, other.students),
  };
};

/** What a delegation can hand on; whatever else a trusted person may do comes with the role. */
const isDelegated = (role: Role, capability: Capability): boolean =>
  role === 'trustedPerson' && DELEGABLE_RIGHTS.some((right) => right === capability);

/** Everything a viewer's roles may ever do, on some object; of a trusted person's, what was handed on. */
export const capabilitiesOfViewer = ({
  roles,
  delegated,
}: Pick<Viewer, 'roles' | 'delegated'>): ReadonlySet<Capability> =>
  new Set(
    [...roles].flatMap((role) =>
      [...capabilitiesOf(role)].filter(
        (capability) => !isDelegated(role, capability) || delegated.has(capability),
      ),
    ),
  );
