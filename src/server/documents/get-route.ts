import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { AccessContext } from '../../../schema/access.ts';
import { factsOf } from '../context.ts';
import { answerOf, sentOf, type SentAnswer } from '../fixed-answers.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { Lru } from '../lru.ts';
import { mediaOf } from '../media.ts';
import { admit } from './admission.ts';
import type { TrustedDocument, TrustedDocuments } from './trusted.ts';
import { problem } from '../../../schema/errors/problem.ts';
import { answeredIn, refuse } from '../refuse.ts';

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A parameter that holds a JSON object. Throws where it holds anything else. */
const objectIn = (query: Query, name: string): Readonly<Record<string, unknown>> | undefined => {
  const given = query[name];
  if (given === undefined || given === '') return undefined;
  try {
    const value: unknown = typeof given === 'string' ? JSON.parse(given) : null;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Refused below, as is an array or a parameter that is given twice.
  }
  throw problem('GET_PARAMETER_MALFORMED', { parameter: name });
};

/** What another site can not make a browser send: a page of it would be asked for leave first (T36). */
const PREFLIGHTED = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;

interface GetAsked {
  readonly trusted: TrustedDocument;
  readonly variables: Readonly<Record<string, unknown>>;
}

const read = (given: Query, documents: TrustedDocuments): GetAsked => {
  const admitted = admit(
    { ...documents, only: true },
    { query: given['query'], extensions: objectIn(given, 'extensions') },
  );
  if (!admitted?.trusted) throw problem('GET_NAMES_DOCUMENT');
  const { trusted } = admitted;
  const [name, operationName] = [trusted.operation.name?.value, given['operationName']];
  if (operationName !== undefined && operationName !== name)
    throw problem('GET_HAS_ONE_OPERATION', name === undefined ? {} : { operation: name });
  if (trusted.operation.operation !== OperationTypeNode.QUERY) throw problem('GET_CHANGES_NOTHING');
  return { trusted, variables: objectIn(given, 'variables') ?? {} };
};

/** Addresses kept with what they ask for; longer ones are read each time. */
const KEPT = 500;
const LONGEST_KEPT = 1_000;

/** Reads what a GET asks for: who asks whether a page has changed sends the same address again and again. */
const reader = (documents: TrustedDocuments): ((request: FastifyRequest) => GetAsked) => {
  const known = new Lru<GetAsked>(KEPT);
  return ({ headers, query, url }) => {
    if (
      !PREFLIGHTED.some((name) => headers[name]) &&
      !headers['content-type']?.startsWith('application/json')
    )
      throw problem('GET_NEEDS_HEADER');
    const found = known.get(url);
    if (found) return found;
    const asked = read(query as Query, documents);
    if (url.length <= LONGEST_KEPT) known.set(url, asked);
    return asked;
  };
};

/** Whether a client has the answer already: the header may name several, and mark them as weak. */
const isKnown = (known: string | undefined, etag: string): boolean =>
  known !== undefined &&
  (known === etag || known.split(',').some((one) => one.trim().replace(/^W\//u, '') === etag));

/** What an answer depends on beside its address. */
const VARIES = 'accept, accept-language, authorization';

const send = (request: FastifyRequest, reply: FastifyReply, answer: SentAnswer, media: string) => {
  const etag = answer.etag();
  void reply.headers({ etag, vary: VARIES, 'cache-control': 'private, no-cache' });
  return isKnown(request.headers['if-none-match'], etag)
    ? reply.code(304).send()
    : reply.header('content-type', media).send(answer.body);
};

/**
 * Trusted queries by GET. An answer has a mark, and is not sent again to who has it: `ETag`, `If-None-Match`, 304. Who
 * asks, and what they may see, is found out each time; nothing on the way may keep the answer.
 */
export const serveGet = <Context extends AccessContext>(
  app: FastifyInstance,
  { apollo, execution, context, documents }: GraphqlParts<Context>,
): void => {
  const asking = reader(documents);
  app.route({
    method: 'GET',
    url: '/graphql',
    exposeHeadRoute: false,
    async handler(request, reply) {
      const media = mediaOf(request.headers.accept);
      let asked;
      try {
        asked = asking(request);
        if (media === null) throw problem('MEDIA_NOT_ACCEPTED');
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        const status = (error.extensions as { readonly http?: { readonly status: number } }).http?.status;
        return refuse(status === 405 ? reply.header('allow', 'POST') : reply, error);
      }
      const { trusted, variables } = asked;
      const viewing = await context(factsOf(request));
      const data = await execution.direct(trusted, variables, viewing);
      if (data) return send(request, reply, sentOf(data), media);

      const { body, http } = await apollo.executeOperation(
        { query: trusted.text, variables: { ...variables } },
        { contextValue: viewing },
      );
      if (body.kind !== 'single') throw new Error('An answer in parts was not asked for.');
      const { errors, data: whole, extensions } = body.singleResult;
      const text = JSON.stringify({ errors, data: whole, extensions });
      const status = http.status ?? 200;
      if (status === 200 && !errors) return send(request, reply, answerOf(text), media);
      for (const [name, value] of http.headers) void reply.header(name, value);
      return reply.code(status).header('content-type', media).send(answeredIn(request, text));
    },
  });
};
