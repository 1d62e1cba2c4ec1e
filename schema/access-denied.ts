import type { GraphQLError } from 'graphql';
import type { AccessContext } from './access.ts';
import { problem } from './errors/problem.ts';

/** The one form of "you may not": names the fields, and tells a missing session from a missing right. */
export const accessDenied = (viewer: AccessContext['viewer'], fields: readonly string[]): GraphQLError =>
  viewer === null
    ? problem('SIGN_IN_FIRST', fields.length > 0 ? { fields } : {})
    : fields.length > 0
      ? problem('ACCESS_DENIED', { fields })
      : problem('RIGHT_MISSING');
