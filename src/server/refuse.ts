import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { inLanguage } from '../../schema/errors/problem.ts';
import { localeOf } from '../../schema/locale.ts';
import { declaredForm } from './format-error.ts';

/** An error in its final form, in the language of who sent the request. */
export const inLanguageOf = (
  { headers }: Pick<FastifyRequest, 'headers'>,
  error: GraphQLFormattedError,
): GraphQLFormattedError => inLanguage(error, localeOf(headers['accept-language']));

/** A refusal before GraphQL, in the form and the language of its own. */
export const refuse = (reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply => {
  const { http } = extensions as { readonly http?: { readonly status: number } };
  const error = inLanguageOf(reply.request, declaredForm({ message }, extensions));
  return reply
    .code(http?.status ?? 400)
    .type('application/json; charset=utf-8')
    .send({ errors: [error] });
};

/** Answers with errors are written with them first. */
const WITH_ERRORS = '{"errors":';

interface Refusing {
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * The text of an answer in the language of who asked. Apollo formats errors without knowing who that is; a text without
 * errors, and any in English, goes out as it is.
 */
export const answeredIn = (request: FastifyRequest, text: string): string => {
  if (!text.startsWith(WITH_ERRORS) || localeOf(request.headers['accept-language']) === 'en') return text;
  const { errors, ...rest } = JSON.parse(text) as Refusing;
  return `${JSON.stringify({ errors: errors.map((error) => inLanguageOf(request, error)), ...rest })}\n`;
};
