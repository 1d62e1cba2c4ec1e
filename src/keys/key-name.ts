import type { Purpose } from '../../events/event.ts';

/** Which key: whose texts it seals, why they are kept, and which key of that kind it is, from 1. */
export interface KeyId {
  readonly subject: string;
  readonly purpose: Purpose;
  readonly generation: number;
}

const NAME = /^([\w-]{1,100})\/([a-z]{1,20})\/([1-9]\d{0,8})$/;

/** The name of a key as bodies and tables have it: `<subject>/<purpose>/<generation>`. */
export const keyName = ({ subject, purpose, generation }: KeyId): string =>
  `${subject}/${purpose}/${String(generation)}`;

/** The key behind a name; `null` where it is no name of a key. */
export const keyIdOf = (name: string): KeyId | null => {
  const [, subject, purpose, generation] = NAME.exec(name) ?? [];
  return subject && purpose && generation
    ? { subject, purpose: purpose as Purpose, generation: Number(generation) }
    : null;
};

/** The stream that tells of the keys of one subject and purpose. */
export const keyStream = ({ subject, purpose }: Pick<KeyId, 'subject' | 'purpose'>): string =>
  `key-${subject}.${purpose}`;
