import type { FastifyError, FastifyInstance } from 'fastify';
import type { GraphQLError } from 'graphql';
import { problem } from '../../schema/errors/problem.ts';
import { formatErrors, type ReportFault } from './format-error.ts';
import { asPartOf } from './observed-requests.ts';
import { MAX_BODY } from './limits/limits.ts';
import { inLanguageOf, refuse } from './refuse.ts';

const problemOf = (status: number): GraphQLError => {
  switch (status) {
    case 400:
      return problem('BODY_MALFORMED');
    case 413:
      return problem('BODY_TOO_LARGE', { limit: MAX_BODY });
    case 415:
      return problem('CONTENT_TYPE_UNKNOWN');
    case 431:
      return problem('HEADERS_TOO_LARGE');
    default:
      return problem('REQUEST_MALFORMED');
  }
};

/** Requests that never reach GraphQL are refused in the same form as those that do. */
export const answerInGraphqlForm = (app: FastifyInstance, report: ReportFault): void => {
  const format = formatErrors(report);
  app.setErrorHandler((error: FastifyError, request, reply) =>
    asPartOf(request, () => {
      const status = error.statusCode ?? 500;
      if (status < 500) return refuse(reply, problemOf(status)).code(status);
      return reply
        .code(500)
        .send({ errors: [inLanguageOf(request, format({ message: error.message }, error))] });
    }),
  );
  app.setNotFoundHandler((_request, reply) => refuse(reply, problem('NOTHING_HERE')));
};
