import type { FastifyError, FastifyInstance } from 'fastify';
import type { ErrorCode } from './error-code.ts';
import { formatErrors, type ReportFault } from './format-error.ts';

const answer = (message: string, code: ErrorCode) => ({ errors: [{ message, extensions: { code } }] });

const WORDS: Readonly<Record<number, string>> = {
  400: 'The request is malformed: send a JSON object as application/json.',
  413: 'The body is larger than 1 MB.',
  415: 'Send application/json.',
  431: 'The headers are too large.',
};

/** Requests that never reach GraphQL are refused in the same form as those that do. */
export const answerInGraphqlForm = (app: FastifyInstance, report: ReportFault): void => {
  const format = formatErrors(report);
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500)
      return reply.code(status).send(answer(WORDS[status] ?? 'The request is malformed.', 'BAD_USER_INPUT'));
    return reply.code(500).send({ errors: [format({ message: error.message }, error)] });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(answer('There is nothing here.', 'NOT_FOUND')),
  );
};
