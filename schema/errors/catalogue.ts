import { REFUSAL_FACTS } from '../../src/decisions/refusal-facts.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../src/decisions/refusal.ts';
import { WARNING_CODES } from '../../src/decisions/warning.ts';
import type { Locale } from '../locale.ts';
import { messages } from '../messages/messages.ts';
import { explained } from '../refusal.ts';
import { CLOSINGS, type ClosingName } from './closings.ts';
import { ERROR_CODES } from './error-codes.ts';
import { allProblems } from './problems.ts';
import { PROVIDER_PROBLEMS } from './provider-problems.ts';

/** One row of the list: what `help` of an error points at, and a cell for each column. */
export interface Row {
  readonly anchor: string;
  readonly cells: readonly string[];
}

/** One list of codes; parts of it have a heading each. */
export interface Section {
  readonly title: string;
  readonly lead: string;
  readonly level: 2 | 3;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const marked = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** Every fact as some value of its kind, so that a refusal of any code can be put in words. */
const SAMPLE = { closedOn: '2026-11-22', revision: 0 };

/** What becomes of a refusal of that code: its type, and who can help where that does not depend on the facts. */
const refusalOf = (code: RefusalCode, locale: Locale) => {
  const grantable = code === 'EDIT_WINDOW_CLOSED' || code === 'SHEET_COMPLETED';
  const refusal = { code, facts: SAMPLE, parameter: null, clause: null, grantable };
  const { __typename: type, whoCanHelp } = explained(refusal, locale, 'UTC');
  const { byRight } = messages[locale].catalogue;
  return { type, helpers: code === 'NOT_PERMITTED' ? byRight : marked(whoCanHelp.map(screaming)) };
};

const screaming = (role: string): string => role.replaceAll(/([a-z])([A-Z])/gu, '$1_$2').toUpperCase();

const protocol = (locale: Locale): readonly Section[] => {
  const { catalogue, codes, problems } = messages[locale];
  return ERROR_CODES.map((code) => ({
    title: code,
    lead: codes[code],
    level: 3,
    columns: [catalogue.code, catalogue.says, catalogue.status, catalogue.parameters],
    rows: allProblems()
      .filter((problem) => problem.code === code)
      .map(({ name, status, takes = [], may = [] }) => ({
        anchor: name,
        cells: [
          `\`${name}\``,
          problems[name],
          status === undefined ? '' : String(status),
          marked([...takes, ...may]),
        ],
      })),
  }));
};

const refusals = (locale: Locale): Section => {
  const { catalogue, refusals: says, remedies } = messages[locale];
  return {
    title: catalogue.refusals,
    lead: catalogue.refusalsLead,
    level: 2,
    columns: [
      catalogue.code,
      catalogue.says,
      catalogue.remedy,
      catalogue.parameters,
      catalogue.type,
      catalogue.helpers,
    ],
    rows: REFUSAL_CODES.map((code) => {
      const { type, helpers } = refusalOf(code, locale);
      const cells = [
        `\`${code}\``,
        says[code],
        remedies[code],
        marked(REFUSAL_FACTS[code]),
        `\`${type}\``,
        helpers,
      ];
      return { anchor: `refusal-${code}`, cells };
    }),
  };
};

const closings = (locale: Locale): Section => {
  const { catalogue, closings: says } = messages[locale];
  const names = Object.keys(CLOSINGS) as ClosingName[];
  return {
    title: catalogue.closings,
    lead: catalogue.closingsLead,
    level: 2,
    columns: [catalogue.code, catalogue.says, catalogue.again],
    rows: names.map((name) => ({
      anchor: `closing-${name}`,
      cells: [
        `\`${String(CLOSINGS[name].code)}\``,
        says[name],
        CLOSINGS[name].again ? catalogue.yes : catalogue.no,
      ],
    })),
  };
};

const plain = (
  [title, lead, prefix]: readonly [string, string, string],
  columns: readonly string[],
  words: readonly (readonly [string, string])[],
): Section => ({
  title,
  lead,
  level: 2,
  columns,
  rows: words.map(([name, text]) => ({ anchor: `${prefix}${name}`, cells: [`\`${name}\``, text] })),
});

/** The closed list of everything a client may be answered with beside what it asked for, in a language. */
export const errorCatalogue = (locale: Locale): readonly Section[] => {
  const { catalogue, warnings, provider, parameters } = messages[locale];
  const { code, says, meaning } = catalogue;
  return [
    { title: catalogue.protocol, lead: catalogue.protocolLead, level: 2, columns: [], rows: [] },
    ...protocol(locale),
    refusals(locale),
    plain(
      [catalogue.warnings, catalogue.warningsLead, 'warning-'],
      [code, says],
      WARNING_CODES.map((name) => [name, warnings[name]]),
    ),
    closings(locale),
    plain(
      [catalogue.provider, catalogue.providerLead, 'provider-'],
      [code, says],
      PROVIDER_PROBLEMS.map((name) => [name, provider[name]]),
    ),
    plain(
      [catalogue.glossary, '', 'parameter-'],
      [catalogue.parameters, meaning],
      Object.entries(parameters),
    ),
  ];
};
