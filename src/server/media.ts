const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

/** The media type of an answer to who accepts this; `null` where neither of the two is accepted in plain words. */
export const mediaOf = (accept: string | undefined): string | null => {
  if (accept?.includes(RESPONSE)) return `${RESPONSE}; charset=utf-8`;
  if (accept === undefined || accept.includes('*/*') || accept.includes(JSON_TYPE))
    return `${JSON_TYPE}; charset=utf-8`;
  return null;
};
