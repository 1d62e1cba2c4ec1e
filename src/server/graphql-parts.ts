import type { ApolloServer } from '@apollo/server';
import type { AccessContext } from '../../schema/access.ts';
import type { BuildContext } from './context.ts';
import type { TrustedDocuments } from './documents/trusted.ts';
import type { Execution } from './executor.ts';

/** What answers at `/graphql`. */
export interface GraphqlParts<Context extends AccessContext> {
  readonly apollo: ApolloServer<Context>;
  readonly execution: Execution;
  readonly context: BuildContext<Context>;
  /** Documents that may be asked for by their hash. */
  readonly documents: TrustedDocuments;
}
