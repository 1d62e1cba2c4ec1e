import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { AccessContext } from '../../schema/access.ts';
import { factsOf } from './context.ts';
import { admit } from './documents/admission.ts';
import { serveGet } from './documents/get-route.ts';
import type { TrustedDocument } from './documents/trusted.ts';
import { sentOf } from './fixed-answers.ts';
import type { GraphqlParts } from './graphql-parts.ts';
import { mediaOf } from './media.ts';
import { answeredIn, refuse } from './refuse.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a direct answer may be asked with; anything else is for Apollo to read, or to refuse. */
const plainVariables = (
  body: Readonly<Record<string, unknown>>,
  { operation }: TrustedDocument,
): Readonly<Record<string, unknown>> | null => {
  const { variables = {}, operationName = null } = body;
  if (operationName !== null && operationName !== operation.name?.value) return null;
  return isRecord(variables) ? variables : null;
};

/** GraphQL by POST of JSON, a text or a hash, and by GET of a hash. */
export const serveGraphql = <Context extends AccessContext>(
  app: FastifyInstance,
  { apollo, execution, context, documents }: GraphqlParts<Context>,
): void => {
  const built = new WeakMap<FastifyRequest, Context>();
  const whole = fastifyApolloHandler(apollo, {
    context: async (request) => built.get(request) ?? (await context(factsOf(request))),
  });

  app.route({
    method: 'POST',
    url: '/graphql',
    onSend(request, _reply, payload, done) {
      done(null, typeof payload === 'string' ? answeredIn(request, payload) : payload);
    },
    async handler(request, reply) {
      const { body } = request;
      // Apollo has the words for a body that is no request at all.
      if (!isRecord(body)) return whole.call(app, request, reply);
      let admitted;
      try {
        admitted = admit(documents, body);
      } catch (error) {
        if (error instanceof GraphQLError) return refuse(reply, error);
        throw error;
      }
      if (admitted?.trusted) {
        const { trusted } = admitted;
        const media = mediaOf(request.headers.accept);
        const variables = plainVariables(body, trusted);
        if (media && variables) {
          const asking = await context(factsOf(request));
          built.set(request, asking);
          const data = await execution.direct(trusted, variables, asking);
          if (data) return reply.header('content-type', media).send(sentOf(data).body);
        }
        request.body = { ...body, query: trusted.text, extensions: {} };
      }
      return whole.call(app, request, reply);
    },
  });
  serveGet(app, { apollo, execution, context, documents });
};
