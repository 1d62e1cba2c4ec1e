import type { Catalogue, Row } from './catalogue.ts';
import { tablesOf } from './markdown.ts';

type Requirement = Row<'requirements'>;

/* What the columns after the id hold: most sections as the first, four in their own way. */
const USUAL = ['requirement', 'actors', 'deadline', 'source', 'binding'] as const;
const OWN: Readonly<Record<string, readonly (keyof Requirement)[]>> = {
  '1.13': ['requirement', 'requirement', 'deadline', 'actors', 'deadline', 'source'],
  '1.20': ['requirement', 'actors', 'source', 'binding'],
  '1.21': ['requirement', 'source'],
};

const requirementOf = (section: string, [id = '', ...cells]: readonly string[]): Requirement => {
  const columns = OWN[section] ?? USUAL;
  const field = (name: keyof Requirement) =>
    cells.filter((cell, index) => columns[index] === name && cell !== '–').join(' · ');
  return {
    id,
    section,
    requirement: field('requirement'),
    actors: field('actors'),
    deadline: field('deadline'),
    source: field('source'),
    binding: field('binding'),
  };
};

/** The tables of the requirements document, as data. */
export const catalogueOf = (document: string): Catalogue => {
  const tables = tablesOf(document);
  const rowsOf = (section: string) =>
    tables.filter((table) => table.section === section).flatMap((table) => table.rows);
  return {
    requirements: tables
      .filter(({ section }) => section.startsWith('1.'))
      .flatMap(({ section, rows }) => rows.map((row) => requirementOf(section, row))),
    parameters: rowsOf('2.2').map(([key = '', ...values]) => ({
      key: key.replaceAll('`', ''),
      '000': values[0] ?? '',
      '001': values[1] ?? '',
      '002': values[2] ?? '',
      '003': values[3] ?? '',
      '004': values[4] ?? '',
    })),
    conflicts: rowsOf('2.3').map(([id = '', conflict = '', positions = '', otherwise = '']) => ({
      id,
      conflict,
      positions,
      otherwise,
    })),
    traps: rowsOf('4').map(([id = '', trap = '', clause = '', wrong = '', right = '']) => ({
      id,
      trap,
      clause,
      wrong,
      right,
    })),
    dateVectors: rowsOf('5').map(([rule = '', input = '', lastOpen = '', firstLocked = '']) => ({
      rule,
      input,
      lastOpen,
      firstLocked,
    })),
  };
};
