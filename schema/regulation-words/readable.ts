import type { Words } from '../../src/policies/regulation/parameter.ts';
import type { Locale } from '../locale.ts';
import { PEOPLE } from './people.ts';
import { PHRASES } from './phrases.ts';
import { RULES } from './rules.ts';
import { THINGS } from './things.ts';

const NO_RULE: Words = { en: 'no rule', ru: 'правила нет' };
const YES: Words = { en: 'yes', ru: 'да' };
const NO: Words = { en: 'no', ru: 'нет' };

const WORDS: Readonly<Record<string, Words>> = { ...PEOPLE, ...THINGS, ...RULES };

type Fields = Readonly<Record<string, unknown>>;

/** The phrase for a shape of value, by its kind or else the names of its fields in order. */
export const phraseOf = (fields: Fields): Words | undefined =>
  PHRASES[typeof fields['kind'] === 'string' ? fields['kind'] : Object.keys(fields).toSorted().join(' ')];

/** The words for a name that stands in values. */
export const wordOf = (name: string): Words | undefined =>
  Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;

const dayOfYear = ({ month, day }: Fields, locale: Locale): string =>
  Temporal.PlainMonthDay.from({ month: Number(month), day: Number(day) })
    .toPlainDate({ year: 2000 })
    .toLocaleString(locale === 'ru' ? 'ru-RU' : 'en-GB', { day: 'numeric', month: 'long' });

const filled = (phrase: string, fields: Fields, locale: Locale): string => {
  const isThere = (name: string): boolean => fields[name] !== undefined && fields[name] !== null;
  return phrase
    .replaceAll(/\[([^\]]*\{(\w+)\}[^\]]*)\]/gu, (_, inside: string, name: string) =>
      isThere(name) ? inside : '',
    )
    .replaceAll(/\{(\w+)\}/gu, (_, name: string) => readable(fields[name], locale));
};

/** A value of the regulation as people say it, in a language; never to be parsed. */
export const readable = (value: unknown, locale: Locale): string => {
  if (value === null || value === undefined) return NO_RULE[locale];
  if (typeof value === 'boolean') return (value ? YES : NO)[locale];
  if (typeof value === 'string') return wordOf(value)?.[locale] ?? value;
  if (Array.isArray(value)) return value.map((one) => readable(one, locale)).join(', ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object') return '';
  const fields = value as Fields;
  if (Object.keys(fields).toSorted().join(' ') === 'day month') return dayOfYear(fields, locale);
  const phrase = phraseOf(fields);
  return phrase ? filled(phrase[locale], fields, locale) : JSON.stringify(value);
};
