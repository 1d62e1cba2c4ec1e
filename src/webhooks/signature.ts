import { createHmac, type KeyObject } from 'node:crypto';

/** One message: what is signed, and under which id a receiver tells that it had it already. */
export interface Message {
  readonly id: string;
  readonly body: string;
}

/** How a secret is shown to its owner, once: base64 behind the prefix of Standard Webhooks. */
export const secretText = (secret: KeyObject): string => `whsec_${secret.export().toString('base64')}`;

/** The headers of a message by Standard Webhooks: a signature for each secret, so that one can take another's place. */
export const signedHeaders = (
  { id, body }: Message,
  secrets: readonly KeyObject[],
  now: number,
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(now / 1_000));
  const sign = (secret: KeyObject): string =>
    `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64')}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(sign).join(' '),
  };
};
