import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';
import { Base64, Instant, Position } from '../scalars.ts';

/** Whoever reads the trail, or the history of marks, may ask for the proof of what they read. */
export const proving = { capability: ['auditTrail.read', 'markHistory.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'A witness’s word that it saw this checkpoint.' })
export class Cosignature {
  @Access(proving)
  @Field(() => String, { description: 'The name of the witness’s key.' })
  readonly witness!: string;

  @Access(proving)
  @Field(() => Instant, { description: 'When, by the witness’s own clock.' })
  readonly at!: string;

  @Access(proving)
  @Field(() => String, { description: 'Its line in the note (C2SP cosignature/v1).' })
  readonly line!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What the log says of itself, signed: so many events, under this root. Keep one: it holds the college to everything before it.',
})
export class Checkpoint {
  @Access(proving)
  @Field(() => String, { description: 'The log it is of: the same text stands in every event.' })
  readonly origin!: string;

  @Access(proving)
  @Field(() => Position, { description: 'How many events it covers: the last position.' })
  readonly treeSize!: bigint;

  @Access(proving)
  @Field(() => Base64, { description: 'The root of the tree over them (RFC 6962).' })
  readonly rootHash!: string;

  @Access(proving)
  @Field(() => String, {
    description:
      'The signed note with every cosignature, word for word (C2SP tlog-checkpoint): what to keep.',
  })
  readonly note!: string;

  @Access(proving)
  @Field(() => Instant, { description: 'When it was published, by the college’s own clock.' })
  readonly signedAt!: string;

  @Access(proving)
  @Field(() => [Cosignature], { description: 'The witnesses that saw it, by name.' })
  readonly cosignatures!: readonly Cosignature[];
}

@ObjectType({ simpleResolvers: true, description: 'That an event stands in the log, for anybody to verify.' })
export class InclusionProof {
  @Access(proving)
  @Field(() => Position, { description: 'Its place in the tree, from 0: its position less one.' })
  readonly leafIndex!: bigint;

  @Access(proving)
  @Field(() => Position, { description: 'The size of the tree that holds it.' })
  readonly treeSize!: bigint;

  @Access(proving)
  @Field(() => Base64, { description: 'The hash of its leaf: SHA-256 of a zero byte and the stored bytes.' })
  readonly leafHash!: string;

  @Access(proving)
  @Field(() => [Base64], { description: 'The audit path, from the leaf’s sibling up (RFC 6962 §2.1.1).' })
  readonly hashes!: readonly string[];

  @Access(proving)
  @Field(() => String, {
    nullable: true,
    description:
      'The whole proof as one text with the checkpoint in it (C2SP tlog-proof), for a file; null where no checkpoint of just this size was signed.',
  })
  readonly tlogProof!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'That the log of one size goes on from the log of another, and nothing was rewritten.',
})
export class ConsistencyProof {
  @Access(proving)
  @Field(() => Position, { description: 'The smaller size.' })
  readonly from!: bigint;

  @Access(proving)
  @Field(() => Position, { description: 'The larger size.' })
  readonly to!: bigint;

  @Access(proving)
  @Field(() => [Base64], {
    description: 'The proof (RFC 6962 §2.1.2); none from 0 and between equal sizes.',
  })
  readonly hashes!: readonly string[];
}
