import { parseVkey } from '../key-text.ts';
import { NO_QUORUM, policyText } from '../policy.ts';
import type { PublishedKey } from '../published/published.ts';

/**
 * The policy that the published keys amount to: every key of the log, and one of the witnesses where there are any. It is the
 * college's word; an auditor who has keys from elsewhere brings a policy along.
 */
export const publishedPolicy = (origin: string, keys: readonly PublishedKey[]): string => {
  const named = keys.map(({ kind, vkey }) => ({ kind, key: parseVkey(vkey), url: null }));
  const logs = named.filter(({ kind, key }) => kind === 'log' && key.name === origin);
  const witnesses = named
    .filter(({ kind }) => kind === 'witness')
    .map((witness, index) => ({ ...witness, name: `w${index + 1}` }));
  const members = witnesses.map(({ name }) => name);
  return policyText({
    logs,
    witnesses,
    groups: members.length === 0 ? [] : [{ name: 'witnesses', threshold: 1, members }],
    quorum: members.length === 0 ? NO_QUORUM : 'witnesses',
  });
};
