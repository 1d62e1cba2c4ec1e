import { Field, ObjectType } from 'type-graphql';
import type { LedgerStatus as Status, SignerReport as Report } from '../../src/ledger/published/published.ts';
import { Access } from '../access.ts';
import { LedgerKeyKind } from '../enums/ledger.ts';
import { Instant, Position } from '../scalars.ts';
import { proving } from './log-proof.ts';

const watching = { capability: 'auditTrail.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'What a witness last cosigned.' })
export class WitnessState {
  @Access(watching)
  @Field(() => String, { description: 'The name of the witness’s key.' })
  readonly witness!: string;

  @Access(watching)
  @Field(() => Position, { description: 'The size of the checkpoint.' })
  readonly treeSize!: bigint;

  @Access(watching)
  @Field(() => Instant, { description: 'When, by the witness’s own clock.' })
  readonly at!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What the signer of the log found.' })
export class SignerReport {
  @Access(watching)
  @Field(() => Instant, { description: 'When.' })
  readonly at!: string;

  @Access(watching)
  @Field(() => String, { description: 'Which finding, such as `TREE_SHRANK` or `PREFIX_DIFFERS`.' })
  readonly code!: string;

  @Access(watching)
  @Field(() => Position, { description: 'How many events it is about.' })
  readonly treeSize!: bigint;

  @Access(watching)
  @Field(() => String, { description: 'The finding as a sentence.' })
  readonly sentence!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How far the log is signed and cosigned, and what is wrong if something is.',
})
export class LogStatus {
  @Access(watching)
  @Field(() => Position, { description: 'The last position in the log.' })
  readonly head!: bigint;

  @Access(watching)
  @Field(() => Position, { description: 'How many events are signed; 0 before the first checkpoint.' })
  readonly signedSize!: bigint;

  @Access(watching)
  @Field(() => Position, { description: 'How many events wait for a signature: none or few, for a second.' })
  readonly lag!: bigint;

  @Access(watching)
  @Field(() => Instant, { nullable: true, description: 'When the last checkpoint was published.' })
  readonly signedAt!: string | null;

  @Access(watching)
  @Field(() => [WitnessState], { description: 'The last cosignature of each witness, by name.' })
  readonly witnesses!: readonly WitnessState[];

  @Access(watching)
  @Field(() => SignerReport, {
    nullable: true,
    description: 'When all that is signed was last read again and found as it was signed.',
  })
  readonly lastVerification!: SignerReport | null;

  @Access(watching)
  @Field(() => SignerReport, {
    nullable: true,
    description: 'The alarm that stands; nothing more is signed while one does.',
  })
  readonly alarm!: SignerReport | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A key of the log or of a witness, as the signer knows it.',
})
export class LedgerKey {
  @Access(proving)
  @Field(() => LedgerKeyKind, { description: 'What it signs.' })
  readonly kind!: 'log' | 'witness';

  @Access(proving)
  @Field(() => String, {
    description:
      'The verifier key as text (C2SP vkey). Compare it with one that reached you another way: on paper, from the founder.',
  })
  readonly vkey!: string;

  @Access(proving)
  @Field(() => Instant, { description: 'Since when it is known.' })
  readonly since!: string;
}

const reportOf = (found: Report | null): SignerReport | null =>
  found && { at: found.at, code: found.code, treeSize: BigInt(found.size), sentence: found.sentence };

/** The status of the log as the API shows it. */
export const logStatusOf = ({ head, signed, signedAt, witnesses, verified, alarm }: Status): LogStatus => ({
  head: BigInt(head),
  signedSize: BigInt(signed),
  lag: BigInt(Math.max(0, head - signed)),
  signedAt,
  witnesses: witnesses.map(({ witness, size, at }) => ({ witness, treeSize: BigInt(size), at })),
  lastVerification: reportOf(verified),
  alarm: reportOf(alarm),
});
