/** What a signer can find that keeps it from signing. */
export type FindingCode =
  | 'TREE_SHRANK'
  | 'EVENT_MISSING'
  | 'EVENT_DIFFERS'
  | 'EVENT_MISPLACED'
  | 'LEAF_HASH_DIFFERS'
  | 'ROUTES_DIFFER'
  | 'CHECKPOINT_AHEAD'
  | 'CHECKPOINT_DIFFERS'
  | 'TILE_DIFFERS'
  | 'LOG_MISSING'
  | 'ORIGIN_DIFFERS'
  | 'STATE_MISSING'
  | 'STATE_DAMAGED'
  | 'STATE_UNUSABLE'
  | 'KEY_MISSING'
  | 'SECOND_SIGNER'
  | 'WITNESS_SAW_MORE'
  | 'WITNESS_SAW_OTHER';

/** A reason not to sign, with the facts and a sentence for whoever has to mend it. */
export interface Finding {
  readonly code: FindingCode;
  /** How many events the signer had signed when it found this. */
  readonly size: number;
  /** The event it is about, if it is about one. */
  readonly position: number | null;
  readonly sentence: string;
}

/** The signer will not sign: a finding of it stands. */
export class SignerRefusal extends Error {
  override readonly name = 'SignerRefusal';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.sentence);
    this.finding = finding;
  }
}

/** Refuses to sign. */
export const refuse = (
  code: FindingCode,
  size: number,
  sentence: string,
  position: number | null = null,
): never => {
  throw new SignerRefusal({ code, size, position, sentence });
};

/** Whether two findings are the same fact, so that it is told once. */
export const isSameFinding = (one: Finding | null, other: Finding | null): boolean =>
  one?.code === other?.code && one?.size === other?.size && one?.position === other?.position;
