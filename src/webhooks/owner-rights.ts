import { ANY } from '../runtime/live/channel.ts';
import type { Desk, Owner, Served } from './desk.ts';

/** What an owner must hold for a webhook of theirs to be sent anything. */
const NEEDED = ['webhook.manage', 'auditTrail.read'] as const;

/** What is known of an owner's rights: `null`, they do not suffice; and how to tell that some have changed since. */
export interface Rights {
  readonly owner: Owner | null;
  readonly asOf: string;
}

/** Up to which change of anybody's rights, and on which day, everything is known now. */
const moment = async ({ feed, college }: Served, signal: AbortSignal): Promise<string> => {
  const rights = feed.channel('rights');
  await rights.level(signal);
  return `${String(rights.reached(ANY))} ${await college.today()}`;
};

/**
 * The rights of an owner after everything that was read before the call: a right that ended before an event ends before
 * the event is told. What was known is believed while nobody's rights have changed and the day lasts.
 */
export const rightsOf = async (
  { owner: find }: Pick<Desk, 'owner'>,
  served: Served,
  account: string,
  known: Rights | null,
  signal: AbortSignal,
): Promise<Rights> => {
  const asOf = await moment(served, signal);
  if (known?.asOf === asOf) return known;
  const owner = await find(served.college, account);
  return { owner: NEEDED.every((one) => owner.capabilities.has(one)) ? owner : null, asOf };
};
