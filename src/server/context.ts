import type { FastifyRequest } from 'fastify';
import type { AccessContext } from '../../schema/access.ts';

/** What a request says of itself; who that is, the composition root finds out. */
export interface RequestFacts {
  /** The bearer token, or null where the request has none. */
  readonly token: string | null;
  /** Address of the peer, for counting attempts; never logged. */
  readonly address: string;
  readonly requestId: string;
  /** What the client prefers to read, as `Accept-Language` has it. */
  readonly language: string | null;
}

/** Builds the context of one request: viewer, loaders, scope. Loaders are made here, so never shared by viewers. */
export type BuildContext<Context extends AccessContext> = (facts: RequestFacts) => Promise<Context>;

const BEARER = /^Bearer +([\w.~+/-]+=*)$/iu;

/** The token of an `Authorization` header, or null where it holds none. */
export const bearerOf = (authorization: string | undefined): string | null =>
  BEARER.exec(authorization ?? '')?.[1] ?? null;

/** Reads a request's facts from its headers. */
export const factsOf = (request: FastifyRequest): RequestFacts => ({
  token: bearerOf(request.headers.authorization),
  address: request.ip,
  requestId: request.id,
  language: request.headers['accept-language'] ?? null,
});
