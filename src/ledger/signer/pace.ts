/** How often a signer does what, in milliseconds; a test is less patient. */
export interface SignerPace {
  /** Between two rounds of signing: at least, and at most when nothing is heard of an append. */
  readonly leastMs: number;
  readonly mostMs: number;
  /** Between two rounds while much is appended: fewer and larger rounds take less from those who append. */
  readonly busyMs: number;
  /** Between two batches of the continuous verification, and between two passes of it. */
  readonly sweepMs: number;
  readonly passMs: number;
  /** Between two reports that everything is as it was signed. */
  readonly verifiedMs: number;
  /** Between two attempts to find that an alarm is over. */
  readonly recheckMs: number;
  /** Between two submissions to the witnesses, and for one request. */
  readonly witnessMs: number;
  readonly witnessTimeoutMs: number;
  /** How long another signer is waited for before it is told. */
  readonly secondMs: number;
}

/** Signed within a second also under load, cosigned within a minute, verified anew every day. */
export const PACE: SignerPace = {
  leastMs: 250,
  mostMs: 500,
  busyMs: 400,
  sweepMs: 500,
  passMs: 10_000,
  verifiedMs: 24 * 60 * 60 * 1_000,
  recheckMs: 2_000,
  witnessMs: 60_000,
  witnessTimeoutMs: 10_000,
  secondMs: 5_000,
};
