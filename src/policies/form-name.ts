/** A person's name in its parts; the patronymic is `null` where there is none. */
export interface NameParts {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
}

/** The name as the forms print it: surname and first name, never the patronymic (R-REP-01, T-44). */
export const formName = ({ familyName, givenName }: NameParts): string => `${familyName} ${givenName}`;
