import { CalendarUnreadable, dateOf, type CalendarYear } from './year.ts';

const KINDS: Readonly<Record<string, 'dayOff' | 'shortDay' | 'workingDay'>> = {
  1: 'dayOff',
  2: 'shortDay',
  3: 'workingDay',
};

const COMMENT = /<!--[\s\S]*?-->/gu;
const CALENDAR = /<calendar\s[^>]*\byear="(\d{4})"/u;
const DAY = /<day\s([^>]*?)\/?>/gu;

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? null;

/**
 * Reads a year of xmlcalendar.ru: `<day d="05.10" t="1" f="01.06"/>` is the tenth of May, off, moved from the sixth of
 * January. Throws `CalendarUnreadable`.
 */
export const readXmlCalendar = (text: string): readonly CalendarYear[] => {
  const xml = text.replaceAll(COMMENT, '');
  const year = CALENDAR.exec(xml)?.[1];
  if (year === undefined) throw new CalendarUnreadable('The file names no calendar year.');
  const dayOf = (monthAndDay: string): string => dateOf(`${year}-${monthAndDay.replace('.', '-')}`);

  const days = [...xml.matchAll(DAY)].map(([, attributes = '']) => {
    const [date, type, from] = ['d', 't', 'f'].map((name) => attribute(attributes, name));
    const kind = KINDS[type ?? ''];
    if (!date || !kind)
      throw new CalendarUnreadable(`A day of ${year} has no date or no known type: ${attributes.trim()}.`);
    return { date: dayOf(date), kind, movedFrom: from ? dayOf(from) : null };
  });
  if (days.length === 0) throw new CalendarUnreadable(`The calendar of ${year} names no day.`);
  return [{ year: Number(year), days }];
};
