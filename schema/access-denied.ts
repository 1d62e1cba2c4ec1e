import { GraphQLError } from 'graphql';
import type { AccessContext } from './access.ts';

/** The one form of "you may not": names the fields, and tells a missing session from a missing right. */
export const accessDenied = (viewer: AccessContext['viewer'], fields: readonly string[]): GraphQLError =>
  viewer === null
    ? new GraphQLError('Sign in first.', {
        extensions: { code: 'UNAUTHENTICATED', fields, http: { status: 401 } },
      })
    : new GraphQLError(`Your roles do not give access to ${fields.join(', ')}.`, {
        extensions: { code: 'FORBIDDEN', fields, http: { status: 403 } },
      });
