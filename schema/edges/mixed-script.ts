import { FieldResolver, Resolver, Root } from 'type-graphql';
import { mixesScripts } from '../../src/policies/mixed-script.ts';
import { Access } from '../access.ts';
import { Account } from '../nouns/account.ts';
import { AuditEntry } from '../nouns/audit-entry.ts';
import { Student } from '../nouns/student.ts';

const OF_THE_NAME =
  'Whether a word of the name is written in letters of two alphabets: it may look like another name and not be it. False where it was erased.';

const mix = (...texts: readonly (string | null)[]): boolean =>
  texts.some((text) => text !== null && mixesScripts(text));

/** The mark on a student’s name. */
@Resolver(() => Student)
export class MixedScriptOfStudents {
  @Access({ capability: ['directory.read', 'diary.read'] })
  @FieldResolver(() => Boolean, { description: OF_THE_NAME })
  isMixedScript(@Root() { familyName, givenName, patronymic }: Student): boolean {
    return mix(familyName, givenName, patronymic);
  }
}

/** The mark on the name of an account. */
@Resolver(() => Account)
export class MixedScriptOfAccounts {
  @Access('signedIn')
  @FieldResolver(() => Boolean, { description: OF_THE_NAME })
  isMixedScript(@Root() { name }: Account): boolean {
    return mix(name);
  }
}

/** The mark on a reason of the trail. */
@Resolver(() => AuditEntry)
export class MixedScriptOfReasons {
  @Access({ capability: ['auditTrail.read', 'markHistory.read'] })
  @FieldResolver(() => Boolean, {
    description:
      'Whether a word of the reason is written in letters of two alphabets. False where there is none.',
  })
  isReasonMixedScript(@Root() { reason }: AuditEntry): boolean {
    return mix(reason);
  }
}
