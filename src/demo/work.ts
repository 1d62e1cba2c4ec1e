import type { CommandNamed } from '../decisions/register.ts';
import type { MarkScale } from '../policies/mark-scale.ts';
import type { Dice } from './dice.ts';

/** A kind of work that marks are given for. */
export type WorkType = CommandNamed<'RecordMark'>['data']['workType'];

const GRADES = ['2', '3', '4', '5'] as const;

/** A mark of a scale as a student of this ability (0…1) would get it, with some luck. */
export const markBy = (scale: MarkScale, ability: number, dice: Dice): string => {
  const done = Math.min(Math.max(ability + (dice.roll() - 0.5) * 0.6, 0), 0.999);
  switch (scale) {
    case 'fivePoint':
      return GRADES[done < 0.12 ? 0 : done < 0.42 ? 1 : done < 0.72 ? 2 : 3];
    case 'passFail':
      return done < 0.15 ? 'fail' : 'pass';
    case 'hundredPoint':
      return String(Math.round(35 + done * 65));
  }
};

/** Another mark of the scale, near the given one: what a corrected slip of the pen looks like. */
export const otherMark = (scale: MarkScale, value: string): string => {
  switch (scale) {
    case 'fivePoint':
      return value === '5' ? '4' : String(Number(value) + 1);
    case 'passFail':
      return value === 'pass' ? 'fail' : 'pass';
    case 'hundredPoint':
      return String(value === '100' ? 99 : Number(value) + 1);
  }
};
