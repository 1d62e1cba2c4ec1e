import type { RefusalCode } from '../../src/decisions/refusal.ts';
import type { WarningCode } from '../../src/decisions/warning.ts';
import type { ClosingName } from '../errors/closings.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Parameter, ProblemName } from '../errors/problems.ts';
import type { ProviderProblem } from '../errors/provider-problems.ts';
import type { Locale } from '../locale.ts';
import enCatalogue from './en/catalogue.json' with { type: 'json' };
import enClosings from './en/closings.json' with { type: 'json' };
import enCodes from './en/codes.json' with { type: 'json' };
import enParameters from './en/parameters.json' with { type: 'json' };
import enProblems from './en/problems.json' with { type: 'json' };
import enProvider from './en/provider.json' with { type: 'json' };
import enRefusals from './en/refusals.json' with { type: 'json' };
import enRemedies from './en/remedies.json' with { type: 'json' };
import enWarnings from './en/warnings.json' with { type: 'json' };
import ruCatalogue from './ru/catalogue.json' with { type: 'json' };
import ruClosings from './ru/closings.json' with { type: 'json' };
import ruCodes from './ru/codes.json' with { type: 'json' };
import ruParameters from './ru/parameters.json' with { type: 'json' };
import ruProblems from './ru/problems.json' with { type: 'json' };
import ruProvider from './ru/provider.json' with { type: 'json' };
import ruRefusals from './ru/refusals.json' with { type: 'json' };
import ruRemedies from './ru/remedies.json' with { type: 'json' };
import ruWarnings from './ru/warnings.json' with { type: 'json' };

/** Everything the API says in one language; what has no words in a file does not compile. */
export interface Messages {
  /** What a client does about a code. */
  readonly codes: Readonly<Record<ErrorCode, string>>;
  readonly problems: Readonly<Record<ProblemName, string>>;
  /** Why a WebSocket is closed. */
  readonly closings: Readonly<Record<ClosingName, string>>;
  /** What a refusal says to a person; its facts stand beside, not in it. */
  readonly refusals: Readonly<Record<RefusalCode, string>>;
  /** What a client, or the person before it, does about a refusal. */
  readonly remedies: Readonly<Record<RefusalCode, string>>;
  /** What a parameter or a fact of that name means, wherever it stands. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly warnings: Readonly<Record<WarningCode, string>>;
  /** What a front end is told behind the `#` after the identity provider. */
  readonly provider: Readonly<Record<ProviderProblem, string>>;
  /** The words of the list itself. */
  readonly catalogue: typeof enCatalogue;
}

/** The message files of both languages. */
export const messages: Readonly<Record<Locale, Messages>> = {
  en: {
    codes: enCodes,
    problems: enProblems,
    closings: enClosings,
    refusals: enRefusals,
    remedies: enRemedies,
    parameters: enParameters,
    warnings: enWarnings,
    provider: enProvider,
    catalogue: enCatalogue,
  },
  ru: {
    codes: ruCodes,
    problems: ruProblems,
    closings: ruClosings,
    refusals: ruRefusals,
    remedies: ruRemedies,
    parameters: ruParameters,
    warnings: ruWarnings,
    provider: ruProvider,
    catalogue: ruCatalogue,
  },
};

/** The places of a message where its parameters go: `{limit}`. Braces of JSON examples hold no bare word. */
export const PLACE = /\{(\w+)\}/gu;

const shown = (value: Parameter | undefined, locale: Locale): string => {
  if (value === undefined) return '∞';
  if (typeof value === 'number') return value.toLocaleString(locale);
  return typeof value === 'string' ? value : value.join(', ');
};

/** A message with its parameters in their places. */
export const filled = (
  message: string,
  parameters: Readonly<Record<string, Parameter | undefined>>,
  locale: Locale,
): string => message.replaceAll(PLACE, (_, name: string) => shown(parameters[name], locale));
