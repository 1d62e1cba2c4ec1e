import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { sampleName } from '../../events/catalogue/sample.ts';
import { catalogueTable, withTable } from '../../events/catalogue/table.ts';
import { definitionOf, definitions } from '../../events/register.ts';
import { decode } from '../../src/log/body.ts';

const folder = new URL('../../events/', import.meta.url);
const readText = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const samples = readdirSync(new URL('samples/', folder)).filter((file) => file !== 'frozen.json');

const stored = (body: string) => {
  const {
    type,
    v: version,
    stream,
    revision,
  } = JSON.parse(body) as { type: string; v: number; stream: string; revision: number };
  return { position: 1n, stream, revision, type, version, body, sealed: [], keys: new Map<string, never>() };
};

describe('the catalogue of events', () => {
  it('has a sample of every version of every event, and of nothing else', () => {
    const versions = definitions.flatMap(({ type, version }) =>
      Array.from({ length: version }, (_, index) => sampleName(type, index + 1)),
    );
    expect(samples.toSorted()).toEqual(versions.toSorted());
  });

  it.each(samples)('can still read %s: canonical, lifted to the latest version, and valid', (sample) => {
    const text = readText(`samples/${sample}`);
    const body = text.trimEnd();
    expect(text).toBe(`${body}\n`);
    expect(canonicalize(JSON.parse(body))).toBe(body);
    expect(body).toBe(body.normalize('NFC'));

    const { type, data, sealed } = decode(stored(body));
    const { data: schema, sealed: sealings } = definitionOf(type);
    expect(schema.parse(data)).toEqual(data);
    expect(Object.keys(sealed ?? {}).toSorted()).toEqual(Object.keys(sealings).toSorted());
    expect(Object.values(sealed ?? {}).every((text_) => text_ === null)).toBe(true);
  });

  it('never changes a sample that is there', () => {
    const frozen = JSON.parse(readText('samples/frozen.json')) as Record<string, string>;
    const hashes = samples.map((sample) => [
      sample,
      createHash('sha256')
        .update(readText(`samples/${sample}`))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(frozen);
  });

  it('is told in the README as it is: run `npm run catalogue` to renew it', () => {
    const readme = readText('README.md');
    expect(withTable(readme, catalogueTable(definitions))).toBe(readme);
    expect(definitions.filter(({ type }) => !readme.includes(`\`${type}\``))).toEqual([]);
  });

  it('puts every event where its stream is, under a name in the past tense, with a meaning', () => {
    for (const { type, category, meaning } of definitions) {
      expect(category).toMatch(/^[a-z][A-Za-z]+$/u);
      expect(type).toMatch(/^[A-Z]\w+(ed|Set|Left|Withdrawn|Taken|HandedOver|CarriedOut|Made)$/u);
      expect(meaning).toMatch(/^.{20,}\.$/u);
    }
  });

  it('seals every reason, name, topic and homework instead of putting it into the data', () => {
    const told = definitions.flatMap(({ type, data }) =>
      Object.keys((data as unknown as { shape: object }).shape)
        .filter((field) => /reason|topic|homework|givenName|familyName|patronymic|phone|email/iu.test(field))
        .map((field) => `${type}.${field}`),
    );
    expect(told).toEqual([]);
  });
});
