import type { ApolloServer } from '@apollo/server';
import type { FastifyReply } from 'fastify';
import type { GraphQLError } from 'graphql';
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

/** A refusal before Apollo, in the form of its own. */
export const refuse = (reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply => {
  const { code, http } = extensions as { readonly code: string; readonly http?: { readonly status: number } };
  return reply.code(http?.status ?? 400).send({ errors: [{ message, extensions: { code } }] });
};
