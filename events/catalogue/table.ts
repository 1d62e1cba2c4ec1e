import type { z } from 'zod';
import type { EventDefinition } from '../event.ts';

const BEGIN = '<!-- prettier-ignore-start -->';
const END = '<!-- prettier-ignore-end -->';

const RULE = /\b[RTD]-(?:[A-Z]+-)?\d+(?:…\d+)?/gu;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const line = ({ type, category, version, meaning, data, sealed }: EventDefinition): string => {
  const fields = Object.keys((data as z.ZodObject).shape).map((field) => `\`${field}\``);
  const secrets = Object.entries(sealed).map(([field, { purpose }]) => `\`${field}\` (${purpose})`);
  const rules = meaning.match(RULE) ?? [];
  const said = meaning.replaceAll(/ \([^()]*\b[RTD]-[^()]*\)/gu, '');
  return row([
    `\`${type}\``,
    category,
    String(version),
    said,
    fields.join(' '),
    secrets.join(', ') || '–',
    rules.join(' ') || '–',
  ]);
};

/** The table of every event, as it stands in the README between its two marks. */
export const catalogueTable = (definitions: readonly EventDefinition[]): string =>
  [
    BEGIN,
    row(['event', 'stream', 'version', 'meaning', 'fields', 'sealed (purpose)', 'rules']),
    row(Array.from({ length: 7 }, () => '---')),
    ...definitions.map(line),
    END,
  ].join('\n');

/** The README with its table replaced by a fresh one; the words around it are written by hand. */
export const withTable = (readme: string, table: string): string =>
  readme.slice(0, readme.indexOf(BEGIN)) + table + readme.slice(readme.indexOf(END) + END.length);
