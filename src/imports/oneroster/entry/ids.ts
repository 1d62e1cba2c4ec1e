import { v5 } from 'uuid';

/** What a record of a bundle becomes in the journal. A user may become two things: a student and an account. */
export type Kind = 'period' | 'courseUnit' | 'journal' | 'student' | 'account' | 'lesson' | 'roleGrant';

/** The id of the thing that a record stands for: the same for the same `sourcedId`, in every bundle. */
export type Ids = (kind: Kind, sourcedId: string) => string;

/** The ids of one college: UUID version 5 of kind and `sourcedId`, in the namespace of the college's own id. */
export const idsOf = (college: string): Ids => {
  const known = new Map<Kind, Map<string, string>>();
  return (kind, sourcedId) =>
    known
      .getOrInsertComputed(kind, () => new Map())
      .getOrInsertComputed(sourcedId, () => v5(`${kind}:${sourcedId}`, college));
};
