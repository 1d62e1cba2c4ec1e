/** The language in which messages are put; codes are the same in each. */
export type Locale = 'en' | 'ru';

/** The language of a request, from what the client prefers (`Accept-Language`). */
export const localeOf = (language: string | null): Locale =>
  /^\s*ru\b/iu.test(language ?? '') ? 'ru' : 'en';
