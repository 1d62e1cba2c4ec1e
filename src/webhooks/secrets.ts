import type { KeyObject } from 'node:crypto';
import type { Keyring } from '../keys/keyring.ts';
import { secretText } from './signature.ts';

const nameOf = (webhook: string, generation: number): string => `${webhook}/webhook/${String(generation)}`;

const upTo = (generation: number): readonly number[] =>
  Array.from({ length: Math.max(0, generation) }, (_, index) => index + 1);

/** The secrets of webhooks: keys among the other keys, wrapped in a database of their own. */
export const webhookSecrets = (keyring: Keyring) => ({
  /** A secret in words, for its owner, made where there is none yet; `null` once it was destroyed. */
  async text(college: string, webhook: string, generation: number): Promise<string | null> {
    const name = nameOf(webhook, generation);
    const kept = (await keyring.obtain(college, [name])).get(name);
    return kept === undefined || kept === 'destroyed' ? null : secretText(kept.secret);
  },

  /** What messages are signed with: the newest, and the one before while both do. */
  async signing(
    college: string,
    webhook: string,
    generation: number,
    withFormer: boolean,
  ): Promise<readonly KeyObject[]> {
    const generations = [generation, ...(withFormer ? [generation - 1] : [])].filter((one) => one > 0);
    const names = generations.map((one) => nameOf(webhook, one));
    const kept = await keyring.obtain(college, names);
    return names.flatMap((name) => {
      const key = kept.get(name);
      return key === undefined || key === 'destroyed' ? [] : [key.secret];
    });
  },

  /** Destroys every secret up to a generation that still is there. */
  async destroy(college: string, webhook: string, generation: number): Promise<void> {
    const kept = await keyring.find(
      college,
      upTo(generation).map((one) => nameOf(webhook, one)),
    );
    const standing = [...kept].flatMap(([name, key]) => (key === 'destroyed' ? [] : [name]));
    if (standing.length > 0) await keyring.destroy(college, standing);
  },
});

/** The secrets of webhooks. */
export type WebhookSecrets = ReturnType<typeof webhookSecrets>;
