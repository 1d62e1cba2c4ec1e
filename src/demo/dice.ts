import { createHash } from 'node:crypto';

/** Luck that is always the same for the same name: what makes two runs of the demo alike. */
export interface Dice {
  /** A number from 0 up to, and not including, 1. */
  roll(): number;
  /** True so often: `chance(0.1)` once in ten. */
  chance(share: number): boolean;
  /** A whole number between two, both included. */
  whole(least: number, most: number): number;
  /** One of a list; throws on an empty one. */
  pick<Item>(items: readonly Item[]): Item;
}

const WORD_BYTES = 4;

/** Dice of their own for a name: a throw added in one place moves nothing in another. */
export const diceOf = (college: string, name: string): Dice => {
  let round = 0;
  let bytes = Buffer.alloc(0);
  let used = 0;

  const roll = (): number => {
    if (used === bytes.length) {
      bytes = createHash('sha256').update(`${college} ${name} ${round}`).digest();
      round += 1;
      used = 0;
    }
    used += WORD_BYTES;
    return bytes.readUInt32BE(used - WORD_BYTES) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(roll() * (most - least + 1));
  return {
    roll,
    whole,
    chance: (share) => roll() < share,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
  };
};
