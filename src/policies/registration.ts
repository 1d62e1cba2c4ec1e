import type { ValueOf } from './regulation/parameters.ts';

/** A field that makes a registration complete. */
export type RegistrationField = NonNullable<ValueOf<'registration.requiredFields'>>[number];

/** What is known of somebody who should be a user of the journal. */
export interface Known {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * The fields a regulation asks for and nobody has entered (R-ACC-09). A patronymic is asked for "if any", so it is
 * never missing; where the regulation asks for nothing, nothing is missing.
 */
export const missingFields = (
  required: readonly RegistrationField[] | null,
  { familyName, givenName, email, phone }: Known,
): readonly RegistrationField[] => {
  const has: Readonly<Record<RegistrationField, boolean>> = {
    familyName: familyName !== null,
    givenName: givenName !== null,
    patronymicIfAny: true,
    email: email !== null,
    mobilePhone: phone !== null,
  };
  return (required ?? []).filter((field) => !has[field]);
};
