import { LedgerFault } from './fault.ts';
import { ALGORITHMS, parseVkey, vkeyOf, type PublicKey } from './key-text.ts';

/** A log that the policy trusts. */
export interface TrustedLog {
  readonly key: PublicKey;
  readonly url: string | null;
}

/** A witness, under the name that the policy's quorum uses. */
export interface TrustedWitness extends TrustedLog {
  readonly name: string;
}

/** Met where at least `threshold` of the members are: witnesses or other groups. */
export interface WitnessGroup {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Whom a verifier believes (C2SP tlog-policy): one of the logs, and as many witnesses as the quorum asks for. */
export interface Policy {
  readonly logs: readonly TrustedLog[];
  readonly witnesses: readonly TrustedWitness[];
  readonly groups: readonly WitnessGroup[];
  /** A witness, a group, or `none`. */
  readonly quorum: string;
}

/** The quorum that asks for no cosignature. */
export const NO_QUORUM = 'none';

const demand = (fits: boolean, message: string): void => {
  if (!fits) throw new LedgerFault(`The policy is malformed: ${message}.`);
};

const distinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

const trusted = (vkey: string | undefined, url: string | undefined, algorithm: number): TrustedLog => {
  const key = parseVkey(vkey ?? '');
  demand(key.algorithm === algorithm, `the key ${key.name} is not of the kind that its line asks for`);
  return { key, url: url ?? null };
};

const thresholdOf = (written: string | undefined, members: number): number => {
  if (written === 'all') return members;
  if (written === 'any') return 1;
  demand(/^[1-9]\d{0,3}$/u.test(written ?? ''), 'a threshold is all, any or a number');
  return Number(written);
};

/** Reads a policy file. Throws `LedgerFault`. */
export const parsePolicy = (text: string): Policy => {
  demand(!/[\p{Cc}--[\n\t\x7f-\x9f]]/v.test(text), 'it holds a control character');
  const logs: TrustedLog[] = [];
  const witnesses: TrustedWitness[] = [];
  const groups: WitnessGroup[] = [];
  const quorums: string[] = [];
  const known = new Set<string>();
  const members = new Set<string>();

  const define = (name: string | undefined): string => {
    demand(
      name !== undefined && name !== NO_QUORUM && !known.has(name),
      `the name ${name} cannot be defined`,
    );
    known.add(name ?? '');
    return name ?? '';
  };
  const read = ([keyword, ...items]: readonly string[]): void => {
    const [one, two, three, ...more] = items;
    switch (keyword) {
      case 'log':
        demand(items.length <= 2, 'a log has a key and an address');
        logs.push(trusted(one, two, ALGORITHMS.note));
        return;
      case 'witness':
        demand(items.length <= 3, 'a witness has a name, a key and an address');
        witnesses.push({ name: define(one), ...trusted(two, three, ALGORITHMS.cosignature) });
        return;
      case 'group': {
        const of = three === undefined ? [] : [three, ...more];
        const threshold = thresholdOf(two, of.length);
        demand(of.length > 0 && threshold <= of.length, `the group ${one} has too few members`);
        demand(
          distinct(of) && of.every((name) => known.has(name) && !members.has(name)),
          `the members of ${one}`,
        );
        of.forEach((name) => members.add(name));
        groups.push({ name: define(one), threshold, members: of });
        return;
      }
      case 'quorum':
        demand(items.length === 1 && (one === NO_QUORUM || known.has(one ?? '')), 'the quorum is unknown');
        quorums.push(one ?? '');
        return;
      default:
        demand(false, `there is no line ${(keyword ?? '').slice(0, 40)}`);
    }
  };
  for (const line of text.split('\n')) {
    const items = line.split(/[ \t]+/u).filter((item) => item !== '');
    if (items.length > 0 && !items[0]?.startsWith('#')) read(items);
  }
  const [quorum] = quorums;
  demand(quorums.length === 1, 'it has exactly one quorum line');
  demand(distinct(logs.map(({ key }) => key.bytes.toString('hex'))), 'a log stands there twice');
  demand(distinct(witnesses.map(({ key }) => key.bytes.toString('hex'))), 'a witness stands there twice');
  return { logs, witnesses, groups, quorum: quorum ?? NO_QUORUM };
};

/** A policy as its file is written. */
export const policyText = ({ logs, witnesses, groups, quorum }: Policy): string => {
  const address = ({ url }: TrustedLog): string => (url === null ? '' : ` ${url}`);
  return [
    ...logs.map((log) => `log ${vkeyOf(log.key)}${address(log)}`),
    ...witnesses.map((witness) => `witness ${witness.name} ${vkeyOf(witness.key)}${address(witness)}`),
    ...groups.map(({ name, threshold, members }) => `group ${name} ${threshold} ${members.join(' ')}`),
    `quorum ${quorum}`,
    '',
  ].join('\n');
};
