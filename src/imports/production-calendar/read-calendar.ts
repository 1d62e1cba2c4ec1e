import { readFile } from 'node:fs/promises';
import { readCaronoCalendar } from './carono.ts';
import { readXmlCalendar } from './xmlcalendar.ts';
import { CalendarUnreadable, type CalendarYear } from './year.ts';

/** The largest file taken for a calendar; fifteen years of carono's are 80 kB. */
const LARGEST = 5_000_000;

/** Reads the years of a production calendar, in XML or JSON as its first character says. Throws `CalendarUnreadable`. */
export const parseCalendar = (text: string): readonly CalendarYear[] => {
  const [first] = text.trimStart();
  if (first === '<') return readXmlCalendar(text);
  try {
    return readCaronoCalendar(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CalendarUnreadable('The file is neither XML nor JSON.');
    throw error;
  }
};

/** Reads a file. Throws `CalendarUnreadable`. */
export const readCalendar = async (path: string): Promise<readonly CalendarYear[]> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CalendarUnreadable(`${path} cannot be read.`);
  });
  if (text.length > LARGEST) throw new CalendarUnreadable(`${path} is too large for a calendar.`);
  return parseCalendar(text);
};
