import type { GraphQLError } from 'graphql';
import { CLOSINGS, type ClosingName } from '../../../schema/errors/closings.ts';
import { problem } from '../../../schema/errors/problem.ts';
import { localeOf } from '../../../schema/locale.ts';
import { messages } from '../../../schema/messages/messages.ts';

/** The closings that the server itself decides on; the protocol gives the others. */
export type Closing = Extract<
  ClosingName,
  'unauthenticated' | 'forbidden' | 'tooMany' | 'tooSlow' | 'goingAway' | 'fault'
>;

/** A closing as it goes over the wire: its code, and its reason in the language of the client. */
export const closingIn = (
  language: string | null,
  closing: Closing,
): { readonly code: number; readonly reason: string } => ({
  code: CLOSINGS[closing].code,
  reason: messages[localeOf(language)].closings[closing],
});

/** The session has ended while a subscription was open. */
export const sessionEnded = (): GraphQLError => problem('SESSION_ENDED');

/** The feed behind a subscription has ended. */
export const feedEnded = (): GraphQLError => problem('SUBSCRIPTION_INTERRUPTED');
