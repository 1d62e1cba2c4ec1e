import { GraphQLError, type ASTNode, type GraphQLFormattedError } from 'graphql';
import type { Locale } from '../locale.ts';
import { filled, messages } from '../messages/messages.ts';
import { problemNamed, type Parameter, type ParametersOf, type ProblemName } from './problems.ts';

/** What a problem says, in a language. */
const problemInWords = (
  name: ProblemName,
  parameters: Readonly<Record<string, Parameter | undefined>>,
  locale: Locale,
): string => filled(messages[locale].problems[name], parameters, locale);

/** Where a problem, a refusal or a warning is explained, on the server that answers. */
export const helpWith = (code: string): string => `/docs/errors#${code}`;

/** One of the problems as an error, in English: the server puts it into the language of who asked. */
export const problem = <Name extends ProblemName>(
  name: Name,
  ...[parameters, nodes]: [keyof ParametersOf<Name>] extends [never]
    ? []
    : [parameters: ParametersOf<Name>, nodes?: ASTNode | undefined]
): GraphQLError => {
  const given: Readonly<Record<string, Parameter | undefined>> = { ...parameters };
  const known = problemNamed(name);
  return new GraphQLError(problemInWords(name, given, 'en'), {
    ...(nodes && { nodes }),
    extensions: {
      code: known?.code,
      problem: name,
      ...given,
      ...(known?.status !== undefined && { http: { status: known.status } }),
    },
  });
};

/**
 * An error in its final form, in a language. A message that is not ours alone (a variable's path stands before it, or a
 * library said it) keeps its English behind our sentence, because a developer searches for those words; one that is in
 * the language already stays as it is.
 */
export const inLanguage = (error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError => {
  if (locale === 'en') return error;
  const { extensions: { problem: named, ...parameters } = {}, message } = error;
  const known = problemNamed(named);
  if (!known) return error;
  const values = parameters as Readonly<Record<string, Parameter | undefined>>;
  const words = problemInWords(known.name, values, locale);
  if (message.startsWith(words)) return error;
  const isOurs = message === problemInWords(known.name, values, 'en');
  return { ...error, message: isOurs ? words : `${words} (${message})` };
};
