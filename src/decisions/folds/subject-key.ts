import { defineFold } from '../decision.ts';

/** One key of a subject, as the log tells of it. */
export interface KeyGeneration {
  /** The only key that fits it is the one that was made. */
  readonly commitment: string;
  readonly destroyed: boolean;
}

/** The keys of one subject and purpose, oldest first: generation 1, 2 … */
export type SubjectKeys = readonly KeyGeneration[];

/** The generation that texts are sealed under now; `null` where there is none yet, or the last one was destroyed. */
export const currentGeneration = (keys: SubjectKeys): number | null =>
  keys.at(-1)?.destroyed === false ? keys.length : null;

/** Folds `key-<subject>.<purpose>`. */
export const subjectKeys = defineFold<SubjectKeys, 'key'>('key', [], {
  SubjectKeyCreated: (keys, { data: { commitment } }) => [...keys, { commitment, destroyed: false }],
  SubjectKeyDestroyed: (keys, { data: { generation } }) =>
    keys.map((key, index) => (index + 1 === generation ? { ...key, destroyed: true } : key)),
});
