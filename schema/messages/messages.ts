import type { RefusalCode } from '../../src/decisions/refusal.ts';
import type { WarningCode } from '../../src/decisions/warning.ts';
import type { ClosingName } from '../errors/closings.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Parameter, ProblemName } from '../errors/problems.ts';
import type { Locale } from '../locale.ts';
import enClosings from './en/closings.json' with { type: 'json' };
import enCodes from './en/codes.json' with { type: 'json' };
import enProblems from './en/problems.json' with { type: 'json' };
import enRefusals from './en/refusals.json' with { type: 'json' };
import enWarnings from './en/warnings.json' with { type: 'json' };
import ruClosings from './ru/closings.json' with { type: 'json' };
import ruCodes from './ru/codes.json' with { type: 'json' };
import ruProblems from './ru/problems.json' with { type: 'json' };
import ruRefusals from './ru/refusals.json' with { type: 'json' };
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
  readonly warnings: Readonly<Record<WarningCode, string>>;
}

/** The message files of both languages. */
export const messages: Readonly<Record<Locale, Messages>> = {
  en: {
    codes: enCodes,
    problems: enProblems,
    closings: enClosings,
    refusals: enRefusals,
    warnings: enWarnings,
  },
  ru: {
    codes: ruCodes,
    problems: ruProblems,
    closings: ruClosings,
    refusals: ruRefusals,
    warnings: ruWarnings,
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
