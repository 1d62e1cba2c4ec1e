import { readFileSync } from 'node:fs';
import type { ClientBase, Pool } from 'pg';

/** Something a database holds: which object says it, and what it says of it. */
export interface Trait {
  /** `table log.event`; of what has rows of it, `leaf of log.event`, and between the two `part of log.event`. */
  readonly object: string;
  /** The part or leaf, where it is one: `table log.event_1`. */
  readonly partition: string | null;
  /** `trigger append_only (always): …` */
  readonly trait: string;
}

const DESCRIBE = readFileSync(new URL('shape.sql', import.meta.url), 'utf8');

/** Describes a database's durable parts, those of the schemas named and of any other that the owner made. */
export const describeShape = async (
  on: ClientBase | Pool,
  schemas: readonly string[],
): Promise<readonly Trait[]> => (await on.query<Trait>(DESCRIBE, [schemas])).rows;

const lineOf = ({ object, trait }: Pick<Trait, 'object' | 'trait'>): string => `${object} | ${trait}`;

/** A description as lines of text, to be kept beside the code. */
export const linesOf = (traits: readonly Trait[]): readonly string[] => [...new Set(traits.map(lineOf))];

const split = (line: string): readonly [object: string, trait: string] => {
  const at = line.indexOf(' | ');
  return [line.slice(0, at), line.slice(at + 3)];
};

/** How every part of a table is described, however many there are, and be there none. */
const OF_PARTS = /^(leaf|part) of /;

/** One sentence for each way in which a database is not what it should be; every part of a table like the others. */
export const deviationsOf = (found: readonly Trait[], wanted: readonly string[]): readonly string[] => {
  const expected = new Map<string, Set<string>>();
  for (const [object, trait] of wanted.map(split))
    expected.getOrInsertComputed(object, () => new Set()).add(trait);
  const standing = Map.groupBy(found, ({ object, partition }) => partition ?? object);

  const sentences = [...standing].flatMap(([name, traits]) => {
    const should = expected.get(traits[0]?.object ?? name) ?? new Set();
    const is = new Set(traits.map(({ trait }) => trait));
    return [
      ...[...is.difference(should)].map((trait) => `The ${name} was given the ${trait}.`),
      ...[...should.difference(is)].map((trait) => `The ${name} has lost the ${trait}.`),
    ];
  });
  const missing = [...expected.keys()].filter((object) => !OF_PARTS.test(object) && !standing.has(object));
  return [...sentences, ...missing.map((object) => `The ${object} is gone.`)];
};
