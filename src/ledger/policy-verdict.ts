import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { cosignatureVerifier, cosignedAt, noteVerifier } from './cosignature.ts';
import { LedgerFault } from './fault.ts';
import { parseNote, verifiedBy } from './note.ts';
import { NO_QUORUM, type Policy } from './policy.ts';

/** A witness of the policy whose cosignature is good. */
export interface Witnessed {
  readonly name: string;
  readonly at: Date;
}

/** What a policy says of a checkpoint that one of its logs signed. */
export interface Verdict {
  readonly checkpoint: Checkpoint;
  readonly witnessed: readonly Witnessed[];
  /** Whether as many witnesses cosigned as the quorum asks for. */
  readonly quorum: boolean;
}

/** Whether the witnesses of these names make the quorum. */
const isQuorum = ({ groups, quorum }: Policy, names: ReadonlySet<string>): boolean => {
  const met = new Set(names);
  for (const { name, threshold, members } of groups)
    if (members.filter((member) => met.has(member)).length >= threshold) met.add(name);
  return quorum === NO_QUORUM || met.has(quorum);
};

/**
 * Holds a signed note against a policy. Throws `LedgerFault` where no log of the policy signed it, where the origin is not
 * that log's, or where a signature by a key of the policy is bad; a missing quorum is told, not thrown.
 */
export const judge = (policy: Policy, written: string): Verdict => {
  const note = parseNote(written);
  const checkpoint = parseCheckpoint(note.text);
  const logs = policy.logs.map(({ key }) => noteVerifier(key));
  const signed = verifiedBy(note, logs);
  if (!signed.some(({ name }) => name === checkpoint.origin))
    throw new LedgerFault(`The log ${checkpoint.origin} has not signed its checkpoint.`);

  const witnessed = policy.witnesses.flatMap(({ name, key }): Witnessed[] => {
    const verifier = cosignatureVerifier(key);
    const own = note.signatures.filter(
      (line) => line.name === verifier.name && line.keyId === verifier.keyId,
    );
    if (own.length === 0) return [];
    verifiedBy({ text: note.text, signatures: own }, [verifier]);
    return [{ name, at: new Date(Math.max(...own.map((line) => cosignedAt(line).getTime()))) }];
  });
  return { checkpoint, witnessed, quorum: isQuorum(policy, new Set(witnessed.map(({ name }) => name))) };
};
