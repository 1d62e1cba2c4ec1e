import { colleges } from '../src/decisions/folds/college.ts';
import type { Refusal } from '../src/decisions/refusal.ts';
import type { Role as RoleName } from '../events/role.ts';
import { ROLES, rolesWith, type Capability } from '../src/policies/access.ts';
import { plusDays } from '../src/policies/calendar.ts';
import type { Context } from './context.ts';
import { factsOf } from './fact-values.ts';
import { globalIdOrNull } from './global-id.ts';
import type { Locale } from './locale.ts';
import { messages } from './messages/messages.ts';
import type {
  EditWindowClosed,
  NotPermitted,
  OnAcademicLeave,
  PeriodLocked,
  RetentionNotOver,
  RevisionConflict,
  SheetCompleted,
  TimetableClash,
} from './typed-refusals.ts';
import type { UserError } from './user-error.ts';

/** The roles that the regulation names in a refusal. */
const namedIn = ({ named = '' }: Refusal['facts']): readonly RoleName[] => {
  const names = String(named).split(' ');
  return ROLES.filter((role) => names.includes(role));
};

const helpers = ({ code, facts, grantable }: Refusal): readonly RoleName[] => {
  if (grantable) return rolesWith('window.grant', ROLES);
  if (code === 'PERIOD_LOCKED') return rolesWith('period.lock', ROLES);
  // Where the regulation names who does it, nobody else can help.
  if (code === 'NOT_PERMITTED' && 'named' in facts) return namedIn(facts);
  if (code === 'NOT_PERMITTED' && typeof facts['capability'] === 'string')
    return rolesWith(facts['capability'] as Capability, ROLES);
  if (code === 'HOURS_DO_NOT_ADD_UP') return rolesWith('curriculum.set', ROLES);
  if (code === 'NOT_NAMED_BY_ORDER') return rolesWith('supervisor.appoint', ROLES);
  return code === 'NOT_IN_LOAD' || code === 'NOT_IN_GROUP' ? rolesWith('journal.open', ROLES) : [];
};

/** The field of an input that a client marks as wrong, where the refusal is about one. */
const fieldOf = ({ code, facts }: Refusal): readonly string[] => {
  switch (code) {
    case 'INVALID_MARK':
      return ['form' in facts ? 'result' : 'value'];
    case 'HOURS_DO_NOT_ADD_UP':
      return ['topics'];
    case 'COMMISSION_REQUIRED':
      return ['commissionIds'];
    case 'FORM_NOT_HELD':
      return ['attestationForm'];
    case 'WORK_TYPE_NOT_DONE':
      return ['workType'];
    case 'UNKNOWN_PARAMETER':
      return ['values', String(facts['index']), 'parameter'];
    case 'IMPOSSIBLE_VALUE':
      return 'index' in facts ? ['values', String(facts['index']), 'value'] : [];
    case 'REASON_REQUIRED':
      return ['reason'];
    case 'REVISION_CONFLICT':
      return ['semester' in facts ? 'fromSemester' : 'expectedRevision'];
    case 'ORDER_REQUIRED':
      return ['order'];
    case 'NOT_ON_ROSTER':
    case 'ON_ACADEMIC_LEAVE':
    case 'NOT_ENROLLED':
      return ['studentId'];
    default:
      return [];
  }
};

/** The midnight that ends a day in a zone. */
const endOf = (zone: string, day: string): string =>
  Temporal.PlainDate.from(plusDays(day, 1))
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

const textIn = (facts: Refusal['facts'], name: string): string | null => {
  const value = facts[name];
  return value === undefined ? null : String(value);
};

type Own<Of extends UserError> = Omit<Of, Exclude<keyof UserError, '__typename'>>;
type Typed =
  | Own<EditWindowClosed>
  | Own<NotPermitted>
  | Own<OnAcademicLeave>
  | Own<PeriodLocked>
  | Own<RetentionNotOver>
  | Own<RevisionConflict>
  | Own<SheetCompleted>
  | Own<TimetableClash>;

/** What a refusal has beside what all have: the facts that a screen shows or counts with, typed. */
const typed = ({ code, facts, grantable }: Refusal, zone: string): Typed | null => {
  const text = (name: string): string | null => textIn(facts, name);
  switch (code) {
    case 'EDIT_WINDOW_CLOSED': {
      const closedOn = String(facts['closedOn']);
      const closing = { closedOn, closedAt: endOf(zone, closedOn) };
      return {
        __typename: 'EditWindowClosed',
        ...closing,
        mayRequestGrant: grantable,
        canRequestGrant: grantable,
      };
    }
    case 'SHEET_COMPLETED':
      return {
        __typename: 'SheetCompleted',
        completedOn: String(facts['completedOn']),
        mayRequestGrant: grantable,
      };
    case 'PERIOD_LOCKED':
      return { __typename: 'PeriodLocked', until: String(facts['until']) };
    case 'REVISION_CONFLICT': {
      const { revision } = facts;
      return {
        __typename: 'RevisionConflict',
        currentRevision: typeof revision === 'number' ? revision : null,
        currentValue: text('value'),
        changedAt: text('changedAt'),
        changer: text('changedBy'),
      };
    }
    case 'NOT_PERMITTED':
      return {
        __typename: 'NotPermitted',
        capability: text('capability') as Capability | null,
        namedRoles: namedIn(facts),
      };
    case 'TIMETABLE_CLASH':
      return {
        __typename: 'TimetableClash',
        resource: String(facts['resource']),
        withJournalId: globalIdOrNull('Journal', text('withJournal')),
        withLessonId: globalIdOrNull('Lesson', text('withLesson')),
        date: text('date'),
        startsAt: text('startsAt'),
        endsAt: text('endsAt'),
      };
    case 'ON_ACADEMIC_LEAVE':
      return { __typename: 'OnAcademicLeave', from: text('from'), until: text('until') };
    case 'RETENTION_NOT_OVER':
      return {
        __typename: 'RetentionNotOver',
        keptUntil: text('dueOn'),
        purpose: String(facts['purpose']),
        basis: String(facts['basis']),
      };
    default:
      return null;
  }
};

/** Puts a refusal in words, in a language, and its days in the zone of the college. */
export const explained = (refusal: Refusal, locale: Locale, zone: string): UserError => {
  const { code, facts, parameter, clause } = refusal;
  return {
    __typename: 'RuleRefusal',
    code,
    message: messages[locale].refusals[code],
    field: fieldOf(refusal),
    facts: factsOf(facts),
    parameter,
    clause,
    whoCanHelp: helpers(refusal),
    ...typed(refusal, zone),
  };
};

/** The same to whoever asks. */
export const explain = async (
  refusal: Refusal,
  { locale, college }: Pick<Context, 'locale' | 'college'>,
): Promise<UserError> => {
  const { id, stateOf } = college();
  return explained(refusal, locale, (await stateOf(colleges, id)).zone);
};
