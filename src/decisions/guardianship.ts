import type { Warning } from './warning.ts';
import type { EventNamed } from '../../events/register.ts';
import { plusDays, type PlainDate } from '../policies/calendar.ts';
import { inAccount } from './access.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses } from './folds/access.ts';
import { students } from './folds/student.ts';
import { rightOverHolder } from './holder-rights.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';

/** Ties a guardian to a student. */
export interface EstablishGuardianship {
  readonly account: string;
  readonly guardianship: string;
  readonly student: string;
  /** Left out, from today on. */
  readonly from?: PlainDate | null;
  /** The last day; left out, it lasts. */
  readonly until?: PlainDate | null;
}

/** Ends a guardianship, at once or after a day. */
export interface EndGuardianship {
  readonly account: string;
  readonly guardianship: string;
  /** The last day; left out, it gives no right from now on. */
  readonly until?: PlainDate | null;
}

/** Records a guardian’s written refusal of electronic access. */
export type DeclineElectronicAccess = EventNamed<'ElectronicAccessDeclined'>['data'];

/** Records that a guardian took such a refusal back. */
export type ResumeElectronicAccess = EventNamed<'ElectronicAccessResumed'>['data'];

/** Records when a student was born. */
export interface RecordBirthDate {
  readonly student: string;
  readonly birthDate: PlainDate;
}

/** Where guardians look only while the student is a minor, an unknown age leaves that open: seen, not refused. */
function* ageWarnings(
  circumstances: Circumstances,
  birthDate: PlainDate | null,
): Deciding<readonly Warning[]> {
  if (birthDate !== null) return [];
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  return regulation.value('guardian.onlyMinors')
    ? [{ code: 'BIRTH_DATE_UNKNOWN', facts: {}, ...regulation.rule('guardian.onlyMinors') }]
    : [];
}

/** Establishes a guardianship: many-to-many, one child each (T-39). */
export function* establishGuardianship(
  circumstances: Circumstances,
  command: EstablishGuardianship,
): Deciding {
  const { account, guardianship, student, until = null } = command;
  const from = command.from ?? circumstances.today;
  const right = yield* rightTo(circumstances, 'guardianship.establish', { student });
  if (isRefused(right)) return right;
  if (until !== null && until < from) return refuse('DATE_OUT_OF_RANGE', { student }, { from, until });
  const { holder, wards } = yield* read(accesses, account);
  if (holder !== 'guardian') return refuse('NOT_FOUND', { student }, { what: 'guardian' });
  const { registered, birthDate } = yield* read(students, student);
  if (!registered) return refuse('NOT_FOUND', { student }, { what: 'student' });
  const known = [...wards.values()].some(
    (ward) => ward.student === student && (ward.until === null || ward.until >= from),
  );
  if (known) return refuse('ALREADY_ASSIGNED', { student });
  const data = { account, guardianship, from, until };
  return inAccount(account, right, [{ type: 'GuardianshipEstablished', data, sealed: { student } }], {
    warnings: yield* ageWarnings(circumstances, birthDate),
  });
}

/** Ends a guardianship, and with it what was delegated of it (T-38). */
export function* endGuardianship(circumstances: Circumstances, command: EndGuardianship): Deciding {
  const { account, guardianship } = command;
  const right = yield* rightTo(circumstances, 'guardianship.establish');
  if (isRefused(right)) return right;
  const yesterday = plusDays(circumstances.today, -1);
  const until = command.until ?? yesterday;
  const ward = (yield* read(accesses, account)).wards.get(guardianship);
  if (!ward || (ward.until !== null && ward.until <= yesterday))
    return refuse('NOT_FOUND', {}, { what: 'guardianship' });
  if (until < yesterday) return refuse('DATE_OUT_OF_RANGE', {}, { until });
  return inAccount(account, right, [{ type: 'GuardianshipEnded', data: { account, guardianship, until } }]);
}

/** Records the written refusal of electronic access: such a guardian is informed on paper (R-MSG-12, T-40). */
export function* declineElectronicAccess(
  circumstances: Circumstances,
  command: DeclineElectronicAccess,
): Deciding {
  const right = yield* rightOverHolder(circumstances, 'contact.record', command.account);
  if (isRefused(right)) return right;
  const { holder, declinedElectronicAccess } = yield* read(accesses, command.account);
  if (holder !== 'guardian') return refuse('NOT_FOUND', {}, { what: 'guardian' });
  if (declinedElectronicAccess) return accept(right, []);
  return inAccount(command.account, right, [{ type: 'ElectronicAccessDeclined', data: command }]);
}

/** Records that a guardian wants electronic access after all. */
export function* resumeElectronicAccess(
  circumstances: Circumstances,
  command: ResumeElectronicAccess,
): Deciding {
  const right = yield* rightOverHolder(circumstances, 'contact.record', command.account);
  if (isRefused(right)) return right;
  const { declinedElectronicAccess } = yield* read(accesses, command.account);
  if (!declinedElectronicAccess) return accept(right, []);
  return inAccount(command.account, right, [{ type: 'ElectronicAccessResumed', data: command }]);
}

/** Records a birth date; the same again changes nothing, another corrects it. */
export function* recordBirthDate(circumstances: Circumstances, command: RecordBirthDate): Deciding {
  const { student, birthDate } = command;
  const capability = circumstances.source === 'import' ? 'history.import' : 'student.move';
  const right = yield* rightTo(circumstances, capability, { student });
  if (isRefused(right)) return right;
  const state = yield* read(students, student);
  if (!state.registered) return refuse('NOT_FOUND', { student }, { what: 'student' });
  if (birthDate > circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', { student }, { today: circumstances.today });
  if (state.birthDate === birthDate) return accept(right, []);
  const event = { type: 'StudentBirthDateRecorded', data: { student }, sealed: { birthDate } } as const;
  return accept(right, [{ category: 'student', id: student, events: [event] }]);
}
