import type { PlainDate } from './calendar.ts';

const YEARS = 18;

/** The day on which somebody comes of age; who was born on 29 February does so on 1 March of a common year. */
export const majorityOn = (birthDate: PlainDate): PlainDate => {
  const born = Temporal.PlainDate.from(birthDate);
  const day = born.add({ years: YEARS });
  return (day.day === born.day ? day : day.add({ days: 1 })).toString();
};

/** Whether somebody is of age on a day; who was born on an unknown day is not known to be. */
export const isOfAge = (birthDate: PlainDate | null, day: PlainDate): boolean =>
  birthDate !== null && majorityOn(birthDate) <= day;
