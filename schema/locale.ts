/** The languages in which messages are put; codes and parameters are the same in each. */
export const LOCALES = ['en', 'ru'] as const;

/** One of the languages. */
export type Locale = (typeof LOCALES)[number];

/** One that comes first is preferred by whoever weighs nothing: browsers write it so. */
const FIRST = /^\s*(ru|en)(?:-[a-z\d-]+)?\s*(?:,|$)/iu;

const RANGE = /^\s*(\*|[a-z]+)(?:-[a-z\d-]+)?\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/iu;

/** A header longer than a browser sends is not read to its end. */
const MOST_RANGES = 20;

const known = (tag: string): Locale | undefined => LOCALES.find((locale) => locale === tag.toLowerCase());

/** The language of a request, from what the client prefers (`Accept-Language`, RFC 9110 12.5.4); English where it says nothing. */
export const localeOf = (language: string | null | undefined): Locale => {
  if (!language) return 'en';
  const first = FIRST.exec(language)?.[1];
  if (first !== undefined) return known(first) ?? 'en';
  const ranges = language.split(',', MOST_RANGES).flatMap((range) => {
    const [, tag = '', quality = '1'] = RANGE.exec(range) ?? [];
    const locale = known(tag);
    return locale && Number(quality) > 0 ? [{ locale, quality: Number(quality) }] : [];
  });
  return ranges.sort((one, other) => other.quality - one.quality)[0]?.locale ?? 'en';
};
