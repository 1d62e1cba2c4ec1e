import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Role as RoleName } from '../events/role.ts';
import { ROLES, rolesWith, type Capability } from '../src/policies/access.ts';
import type { Refusal, RefusalCode as RefusalCodeName } from '../src/decisions/refusal.ts';
import { Access } from './access.ts';
import type { Locale } from './locale.ts';
import { RefusalCode } from './enums/college.ts';
import { factsOf } from './fact-values.ts';
import { Role } from './enums/role.ts';
import { messages } from './messages/messages.ts';
import { LocalDate } from './scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'One value that decided a refusal.' })
export class Fact {
  @Access('signedIn')
  @Field(() => String, { description: 'What it is: `closedOn`, `revision`, `workType`.' })
  readonly name!: string;

  @Access('signedIn')
  @Field(() => String, {
    description:
      'Its value as text; a code as the log writes it: `lessonWork` is LESSON_WORK, `mark.record` is MARK_RECORD.',
  })
  readonly value!: string;
}

@InterfaceType({
  description:
    'An expected no: the rule that gave it, the values that decided it, and who can help. Never an exception.',
})
export abstract class UserError {
  /** Which of the types it is; the executor asks nobody else. */
  readonly __typename!: 'EditWindowClosed' | 'RevisionConflict' | 'RuleRefusal';

  @Access('signedIn')
  @Field(() => RefusalCode, { description: 'What was refused, from a closed list.' })
  readonly code!: RefusalCodeName;

  @Access('signedIn')
  @Field(() => String, { description: 'In words, in the language of the request; never to be parsed.' })
  readonly message!: string;

  @Access('signedIn')
  @Field(() => [String], {
    description: 'The field of the input it is about, as a path; empty when it is the command as a whole.',
  })
  readonly field!: readonly string[];

  @Access('signedIn')
  @Field(() => [Fact], { description: 'The values that decided it.' })
  readonly facts!: readonly Fact[];

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'The parameter of the regulation behind it.' })
  readonly parameter!: string | null;

  @Access('signedIn')
  @Field(() => String, {
    nullable: true,
    description: 'The clause of the regulation behind it: `003 §3.3 L89`.',
  })
  readonly clause!: string | null;

  @Access('signedIn')
  @Field(() => [Role], { description: 'The roles that can help.' })
  readonly whoCanHelp!: readonly RoleName[];
}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'A refusal by a rule.' })
export class RuleRefusal extends UserError {}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'The edit window has closed.' })
export class EditWindowClosed extends UserError {
  @Access('signedIn')
  @Field(() => LocalDate, { description: 'The last day on which it was open.' })
  readonly closedOn!: string;

  @Access('signedIn')
  @Field(() => Boolean, { description: 'Whether an administrator may grant an exception.' })
  readonly canRequestGrant!: boolean;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'Somebody else changed it meanwhile.',
})
export class RevisionConflict extends UserError {
  @Access('signedIn')
  @Field(() => Int, { nullable: true, description: 'The revision that stands now.' })
  readonly currentRevision!: number | null;

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'The value that stands now.' })
  readonly currentValue!: string | null;
}

const helpers = ({ code, facts, grantable }: Refusal): readonly RoleName[] => {
  if (grantable) return rolesWith('window.grant', ROLES);
  if (code === 'PERIOD_LOCKED') return rolesWith('period.lock', ROLES);
  // Where the regulation names who does it, nobody else can help.
  if (code === 'NOT_PERMITTED' && typeof facts['named'] === 'string')
    return ROLES.filter((role) => String(facts['named']).split(' ').includes(role));
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

/** Puts a refusal in words, in a language. */
export const explain = (refusal: Refusal, locale: Locale): UserError => {
  const { code, facts, parameter, clause, grantable } = refusal;
  const error: UserError = {
    __typename: 'RuleRefusal',
    code,
    message: messages[locale].refusals[code],
    field: fieldOf(refusal),
    facts: factsOf(facts),
    parameter,
    clause,
    whoCanHelp: helpers(refusal),
  };
  if (code === 'EDIT_WINDOW_CLOSED')
    return {
      ...error,
      __typename: 'EditWindowClosed',
      closedOn: String(facts['closedOn']),
      canRequestGrant: grantable,
    } as EditWindowClosed;
  if (code === 'REVISION_CONFLICT') {
    const revision = facts['revision'];
    const value = facts['value'];
    const current = {
      currentRevision: typeof revision === 'number' ? revision : null,
      currentValue: value === undefined ? null : String(value),
    };
    return { ...error, ...current, __typename: 'RevisionConflict' };
  }
  return error;
};
