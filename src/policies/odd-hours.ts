/** The hours in which nobody is expected to change marks, by the college's clock: from 22:00 until 06:00. */
export const ODD_HOURS = { from: '22:00', until: '06:00' } as const;

/** Whether a time of day, `23:15`, is one of the odd hours; 06:00 is none any more. */
export const isOddHour = (time: string): boolean => time >= ODD_HOURS.from || time < ODD_HOURS.until;
