import { date, id, instant, label, orderReference, time } from '../../events/vocabulary.ts';

const takes = (
  schema: typeof label | typeof date | typeof id | typeof instant,
  ...texts: readonly string[]
) => texts.filter((text) => schema.safeParse(text).success);

describe('the words every event is made of', () => {
  it('a label is composed, so that two keyboards write the same word', () => {
    expect(label.parse('Зайцев'.normalize('NFD'))).toBe('Зайцев'.normalize('NFC'));
  });

  it('a label has something in it, no control characters and no half of a character', () => {
    expect(takes(label, '', 'две\nстроки', '\u0000', '\ud800', 'x'.repeat(301))).toEqual([]);
    expect(takes(label, 'ОУД.03', '🎓', ' ')).toHaveLength(3);
    expect(orderReference.safeParse('№'.repeat(121)).success).toBe(false);
  });

  it('a date exists, and stands without a time', () => {
    expect(takes(date, '2024-02-29')).toHaveLength(1);
    expect(takes(date, '2023-02-29', '2024-2-9', '2024-02-29T00:00:00Z')).toEqual([]);
  });

  it('a time of day is on a clock, an instant is in UTC to the millisecond', () => {
    expect(['08:30', '23:59', '24:00', '8:30'].filter((text) => time.safeParse(text).success)).toEqual([
      '08:30',
      '23:59',
    ]);
    expect(takes(instant, '2026-11-22T08:15:30.123Z')).toHaveLength(1);
    expect(takes(instant, '2026-11-22T08:15:30Z', '2026-11-22T08:15:30.123+05:00')).toEqual([]);
  });

  it('an id is a UUID and says nothing', () => {
    expect(takes(id, 'Ivanova', '1', '')).toEqual([]);
  });
});
