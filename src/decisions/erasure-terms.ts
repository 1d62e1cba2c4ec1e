import type { EventNamed } from '../../events/register.ts';
import type { Purpose } from '../../events/event.ts';
import {
  termOfContacts,
  termOfGuardianship,
  termOfIdentity,
  termOfSpecial,
  termOfStaffName,
  yearsOfIdentity,
  type RetentionTerm,
} from '../policies/personal-data-terms.ts';
import type { Regulation, Rule } from '../policies/regulation/regulation.ts';
import { read, readAll, type Circumstances, type Deciding } from './decision.ts';
import { accesses, type AccessState } from './folds/access.ts';
import type { ErasureTerm, KeyOf } from './folds/erasure.ts';
import { students } from './folds/student.ts';
import { currentGeneration, subjectKeys } from './folds/subject-key.ts';
import { regulationOn } from './regulation.ts';

/** Whose data, of which purposes. */
export type ErasureOf = Pick<
  EventNamed<'ErasureRequested'>['data'],
  'subject' | 'subjectKind' | 'accounts' | 'purposes'
>;

/** What follows for one key, and the rule that says so, where one does. */
export interface RuledTerm extends ErasureTerm {
  readonly rule: Rule;
}

const KEYS_OF_STUDENT = ['identity', 'special'] as const;
const KEYS_OF_ACCOUNT = ['staff', 'contact', 'special', 'guardian'] as const;
const KEYS_OF_RECORD = ['identity', 'special'] as const;

const keysOf = ({ subject, subjectKind, accounts, purposes }: ErasureOf): readonly KeyOf[] => {
  const ofPerson = (of: string, kinds: readonly Purpose[]) =>
    kinds.map((purpose) => ({ subject: of, purpose }));
  const all =
    subjectKind === 'student'
      ? [...ofPerson(subject, KEYS_OF_STUDENT), ...accounts.flatMap((of) => ofPerson(of, KEYS_OF_ACCOUNT))]
      : ofPerson(subject, subjectKind === 'record' ? KEYS_OF_RECORD : KEYS_OF_ACCOUNT);
  // The name on a student's own account is the student's.
  const isAsked = ({ subject: of, purpose }: KeyOf): boolean =>
    purposes.includes(purpose) || (purpose === 'staff' && of !== subject && purposes.includes('identity'));
  return all.filter(isAsked);
};

/** The keys that texts are sealed under now, of those that an erasure is about, with their generation. */
export function* standingKeys(
  keys: readonly KeyOf[],
): Deciding<readonly (KeyOf & { readonly generation: number })[]> {
  const found = yield* readAll(
    subjectKeys,
    keys.map(({ subject, purpose }) => `${subject}.${purpose}`),
  );
  return keys.flatMap((key, index) => {
    const generation = currentGeneration(found[index] ?? []);
    return generation === null ? [] : [{ ...key, generation }];
  });
}

const ties = ({ wards, delegations }: AccessState) => [...wards.values(), ...delegations.values()];

function* termOfName(
  { today }: Circumstances,
  { subject, subjectKind }: ErasureOf,
  account: string,
  regulation: Regulation,
): Deciding<RetentionTerm> {
  if (subjectKind === 'student')
    return termOfIdentity(
      (yield* read(students, subject)).enrolments,
      yearsOfIdentity(regulation).years,
      today,
    );
  const access = yield* read(accesses, account);
  return subjectKind === 'guardian'
    ? termOfGuardianship(ties(access), today)
    : termOfStaffName(access.grants.size > 0, today);
}

function* termOf(
  circumstances: Circumstances,
  of: ErasureOf,
  { subject, purpose }: KeyOf,
  regulation: Regulation,
): Deciding<RetentionTerm> {
  const { today } = circumstances;
  switch (purpose) {
    case 'contact':
      return termOfContacts(today);
    case 'special':
      return termOfSpecial(regulation, today);
    case 'guardian':
      return termOfGuardianship(ties(yield* read(accesses, subject)), today);
    case 'identity':
    case 'staff':
      return of.subjectKind === 'record'
        ? termOfSpecial(regulation, today)
        : yield* termOfName(circumstances, of, subject, regulation);
  }
}

/**
 * From which day on each key of an erasure may be destroyed, by the regulation of today; only keys that still seal
 * something are named.
 */
export function* erasureTerms(circumstances: Circumstances, of: ErasureOf): Deciding<readonly RuledTerm[]> {
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const terms: RuledTerm[] = [];
  for (const { subject, purpose } of yield* standingKeys(keysOf(of))) {
    const { dueOn, basis } = yield* termOf(circumstances, of, { subject, purpose }, regulation);
    const rule =
      purpose === 'special' ? regulation.rule('personalData.specialDays') : yearsOfIdentity(regulation).rule;
    terms.push({ subject, purpose, dueOn, basis, rule });
  }
  return terms;
}
