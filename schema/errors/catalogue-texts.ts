import type { Locale } from '../locale.ts';
import { messages } from '../messages/messages.ts';
import { errorCatalogue, type Section } from './catalogue.ts';

const inCell = (text: string): string => text.replaceAll('|', '\\|');

const asMarkdown = ({ title, lead, level, columns, rows }: Section): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map(inCell).join(' | ')} |`;
  const table =
    rows.length > 0
      ? [line(columns), line(columns.map(() => '---')), ...rows.map(({ cells }) => line(cells))].join('\n')
      : '';
  return [`${'#'.repeat(level)} ${title}`, lead, table].filter((part) => part !== '').join('\n\n');
};

/** The list as a page of Markdown, to be read beside the schema. */
export const catalogueMarkdown = (locale: Locale): string => {
  const { title, lead, other } = messages[locale].catalogue;
  return `${[`# ${title}`, lead, other, ...errorCatalogue(locale).map(asMarkdown)].join('\n\n')}\n`;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const withCode = (text: string): string => escaped(text).replaceAll(/`([^`]+)`/gu, '<code>$1</code>');

const asHtml = ({ title, lead, level, columns, rows }: Section): string => {
  const cell = (text: string): string => `<td>${withCode(text)}</td>`;
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(
    ({ anchor, cells }) => `<tr id="${escaped(anchor)}">${cells.map(cell).join('')}</tr>`,
  );
  const table =
    rows.length > 0
      ? `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
      : '';
  return `<h${String(level)}>${escaped(title)}</h${String(level)}>\n<p>${withCode(lead)}</p>\n${table}`;
};

/** How the page looks; the server allows this style by its hash and no other. */
export const CATALOGUE_STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}tr:target{background:#fff3c4}code{font-size:.9em}';

/** The list as a page of its own: what `help` of an error points at is an anchor in it. */
export const catalogueHtml = (locale: Locale): string => {
  const { title, lead } = messages[locale].catalogue;
  const sections = errorCatalogue(locale).map(asHtml).join('\n');
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>GradeLedger · ${title}</title><style>${CATALOGUE_STYLE}</style></head><body>
<h1>${title}</h1>
<p>${withCode(lead)}</p>
${sections}
</body></html>
`;
};
