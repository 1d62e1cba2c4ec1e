import type { WarningCode } from '../src/decisions/warning.ts';
import type { Locale } from './locale.ts';

/** What each warning says to a person; a code without words does not compile. Facts stand beside, not in it. */
const WORDS: Readonly<Record<WarningCode, Readonly<Record<Locale, string>>>> = {
  BIRTH_DATE_UNKNOWN: {
    en: 'The student’s birth date is unknown: the end of the guardian’s access cannot be told.',
    ru: 'Дата рождения обучающегося неизвестна: нельзя определить, когда закончится доступ родителя.',
  },
  CORRECTION_TO_BE_AVOIDED: {
    en: 'Corrections of marks are to be avoided: this one is counted and seen.',
    ru: 'Исправлений отметок следует избегать: это исправление учтено и видно.',
  },
  ENTERED_EARLY: {
    en: 'This was entered before its time.',
    ru: 'Запись внесена раньше установленного времени.',
  },
  HOURS_DO_NOT_ADD_UP: {
    en: 'The hours differ from those of the curriculum.',
    ru: 'Часы расходятся с учебным планом.',
  },
  LATE_ENTRY_TO_BE_AVOIDED: {
    en: 'Late entries of marks are to be avoided: this one is counted and seen.',
    ru: 'Отметок, внесённых с опозданием, следует избегать: эта запись учтена и видна.',
  },
  NOT_IN_RUSSIAN: {
    en: 'Entries are made in Russian.',
    ru: 'Записи ведутся на русском языке.',
  },
  RETENTION_NOT_OVER: {
    en: 'Some of these data have to be kept for now: the basis and the day, where there is one, stand beside.',
    ru: 'Часть этих сведений пока подлежит хранению: основание и день, если он известен, указаны рядом.',
  },
  TOO_FEW_MARKS: {
    en: 'There are too few current marks for a final one.',
    ru: 'Текущих отметок недостаточно для итоговой.',
  },
  TOPIC_NOT_IN_PLAN: {
    en: 'The topic does not follow the thematic plan.',
    ru: 'Тема не соответствует тематическому плану.',
  },
};

/** A warning's message in a language. */
export const warningWordsOf = (code: WarningCode, locale: Locale): string => WORDS[code][locale];
