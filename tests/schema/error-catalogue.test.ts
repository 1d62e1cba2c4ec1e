import { readFile } from 'node:fs/promises';
import { isEnumType, isInterfaceType } from 'graphql';
import { CLOSINGS } from '../../schema/errors/closings.ts';
import { catalogueHtml, catalogueMarkdown } from '../../schema/errors/catalogue-texts.ts';
import { ERROR_CODES } from '../../schema/errors/error-codes.ts';
import { helpWith } from '../../schema/errors/problem.ts';
import { allProblems } from '../../schema/errors/problems.ts';
import { PROVIDER_PROBLEMS } from '../../schema/errors/provider-problems.ts';
import { LOCALES } from '../../schema/locale.ts';
import { messages, PLACE } from '../../schema/messages/messages.ts';
import { explained } from '../../schema/refusal.ts';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { REFUSAL_FACTS } from '../../src/decisions/refusal-facts.ts';
import { REFUSAL_CODES } from '../../src/decisions/refusal.ts';
import { WARNING_CODES } from '../../src/decisions/warning.ts';
import { sourceOf } from '../support/sources.ts';

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

const PROBLEMS = allProblems();
const PARAMETERS = [
  ...PROBLEMS.flatMap(({ takes = [], may = [] }) => [...takes, ...may]),
  ...Object.values(REFUSAL_FACTS).flat(),
];

const placesIn = (text: string): readonly string[] =>
  sorted([...text.matchAll(PLACE)].map(([, name = '']) => name));

describe.each(LOCALES)('the message files in %s', (locale) => {
  const files = messages[locale];

  it.each([
    ['codes', ERROR_CODES],
    ['problems', PROBLEMS.map(({ name }) => name)],
    ['closings', Object.keys(CLOSINGS)],
    ['refusals', REFUSAL_CODES],
    ['remedies', REFUSAL_CODES],
    ['warnings', WARNING_CODES],
    ['provider', PROVIDER_PROBLEMS],
    ['parameters', PARAMETERS],
    ['catalogue', Object.keys(messages.en.catalogue)],
  ] as const)('have words for the closed list of %s, and for nothing else', (name, list) => {
    expect(sorted(Object.keys(files[name]))).toEqual(sorted(list));
    for (const text of Object.values(files[name])) expect(text.trim()).not.toBe('');
  });

  it('are in that language', () => {
    const { catalogue, ...texts } = files;
    expect(Object.keys(catalogue).length).toBeGreaterThan(0);
    for (const text of Object.values(texts).flatMap((file) => Object.values<string>(file)))
      expect(/[а-яё]/iu.test(text) ? 'ru' : 'en').toBe(locale);
  });

  it('put into each message the same parameters as in the other language, all of them its own', () => {
    for (const { name, takes = [], may = [] } of PROBLEMS) {
      const places = placesIn(files.problems[name]);
      expect([name, places]).toEqual([name, placesIn(messages.en.problems[name])]);
      expect([name, places.filter((place) => ![...takes, ...may].includes(place))]).toEqual([name, []]);
    }
    for (const text of [files.refusals, files.remedies, files.warnings, files.closings].flatMap((file) =>
      Object.values<string>(file),
    ))
      expect(placesIn(text)).toEqual([]);
  });

  it('fit into the frame that closes a WebSocket', () => {
    for (const reason of Object.values(files.closings))
      expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
  });

  it('are what the documentation shows: `npm run schema` was run', async () => {
    const file = new URL(`../../schema/errors${locale === 'en' ? '' : `.${locale}`}.md`, import.meta.url);
    expect(await readFile(file, 'utf8')).toBe(catalogueMarkdown(locale));
  });

  it('are led to by the help of every error', () => {
    const page = catalogueHtml(locale);
    for (const { name } of PROBLEMS) expect(page).toContain(`id="${helpWith(name).split('#')[1] ?? ''}"`);
    for (const code of REFUSAL_CODES) expect(page).toContain(`id="refusal-${code}"`);
  });
});

describe('the schema', () => {
  const schema = buildGradeLedgerSchema();
  const valuesOf = (name: string): readonly string[] => {
    const type = schema.getType(name);
    return isEnumType(type) ? sorted(type.getValues().map((value) => value.name)) : [];
  };

  it('knows the codes of refusals and warnings, and no others', () => {
    expect(valuesOf('RefusalCode')).toEqual(sorted(REFUSAL_CODES));
    expect(valuesOf('WarningCode')).toEqual(sorted(WARNING_CODES));
  });

  it('has no type of a refusal that no code comes as, and a type for each that comes', () => {
    const type = schema.getType('UserError');
    const declared = isInterfaceType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
    const facts = { closedOn: '2026-11-22' };
    const given = REFUSAL_CODES.map(
      (code) =>
        explained({ code, facts, parameter: null, clause: null, grantable: false }, 'en', 'UTC').__typename,
    );
    expect(sorted(given)).toEqual(sorted(declared));
  });

  it('has a general problem for every code, so that an error of a library has one too', () => {
    for (const code of ERROR_CODES)
      expect(PROBLEMS.filter(({ name }) => name === code)).toMatchObject([{ code }]);
  });
});

describe('the program', () => {
  it('throws no error but by the list: what makes others repeats one of them', async () => {
    const makers = (await sourceOf('src', 'schema')).filter(({ text }) => /\bnew GraphQLError\(/u.test(text));
    expect(sorted(makers.map(({ file }) => file))).toEqual([
      'schema/errors/problem.ts',
      'src/server/documents/trusted.ts',
      'src/server/executor.ts',
      'src/server/live/prepared.ts',
    ]);
  });

  it('meets every problem and gives every refusal of the list somewhere', async () => {
    const register = /errors\/problems\.ts$|refusal(-facts)?\.ts$|baseline|documents\.ts$/u;
    const program = (await sourceOf('src', 'schema'))
      .filter(({ file }) => !register.test(file))
      .map(({ text }) => text)
      .join('\n');
    const particular = PROBLEMS.filter(({ name, code }) => name !== code).map(({ name }) => name);
    const unused = [...particular, ...REFUSAL_CODES, ...WARNING_CODES].filter(
      (code) => !program.includes(`'${code}'`),
    );
    expect(unused).toEqual([]);
  });
});
