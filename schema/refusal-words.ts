import type { RefusalCode } from '../src/decisions/refusal.ts';
import type { Locale } from './locale.ts';

/** What each refusal says to a person; a code without words does not compile. Facts stand beside, not in it. */
const WORDS: Readonly<Record<RefusalCode, Readonly<Record<Locale, string>>>> = {
  ALREADY_ASSIGNED: { en: 'That is assigned already.', ru: 'Это уже назначено.' },
  ALREADY_DONE: { en: 'That has been done already.', ru: 'Это уже сделано.' },
  ALREADY_EXISTS: { en: 'That exists already.', ru: 'Это уже существует.' },
  ALREADY_RECORDED: {
    en: 'An entry stands there already: correct it instead.',
    ru: 'Запись уже есть: её нужно исправить, а не внести заново.',
  },
  COMMAND_ID_REUSED: {
    en: 'This command id was used before, for something else.',
    ru: 'Этот идентификатор команды уже использован для другого.',
  },
  DATE_OUT_OF_RANGE: { en: 'The date does not fit.', ru: 'Дата не подходит.' },
  EDIT_WINDOW_CLOSED: {
    en: 'The edit window has closed. An administrator may grant an exception.',
    ru: 'Срок редактирования истёк. Администратор может открыть его отдельным разрешением.',
  },
  ENTERED_BY_PERSON: {
    en: 'A person entered this mark: an import does not change it.',
    ru: 'Отметку внёс человек: импорт её не меняет.',
  },
  ENTRIES_REMAIN: {
    en: 'Marks or absences stand on this lesson: take them back first.',
    ru: 'На занятии есть отметки или пропуски: сначала их нужно снять.',
  },
  IMPOSSIBLE_VALUE: {
    en: 'That is not a possible value of this parameter.',
    ru: 'У этого параметра не может быть такого значения.',
  },
  INVALID_MARK: { en: 'That is not a mark of this scale.', ru: 'Такой отметки в этой шкале нет.' },
  LESSON_CANCELLED: { en: 'The lesson was cancelled.', ru: 'Занятие отменено.' },
  LESSON_CONDUCTED: { en: 'The lesson has been held.', ru: 'Занятие уже проведено.' },
  LESSON_NOT_CONDUCTED: {
    en: 'The lesson has not been recorded as held.',
    ru: 'Занятие ещё не отмечено как проведённое.',
  },
  NOT_ENROLLED: {
    en: 'The student is not enrolled on that day.',
    ru: 'В этот день обучающийся не зачислен.',
  },
  NOT_FOUND: { en: 'There is no such thing.', ru: 'Такого нет.' },
  NOT_IN_GROUP: { en: 'That is not of this group.', ru: 'Это не относится к данной группе.' },
  NOT_IN_LOAD: {
    en: 'This page is not in your teaching load.',
    ru: 'Эта страница не входит в вашу учебную нагрузку.',
  },
  NOT_ON_ROSTER: {
    en: 'The student is not on this page on that day.',
    ru: 'В этот день обучающегося нет в списке страницы.',
  },
  NOT_PERMITTED: {
    en: 'None of your roles gives this right.',
    ru: 'Ни одна из ваших ролей не даёт этого права.',
  },
  NOT_RECORDED: { en: 'Nothing is recorded there.', ru: 'Там ничего не записано.' },
  OWN_RIGHTS: {
    en: 'Nobody changes their own rights: a colleague has to.',
    ru: 'Свои права никто не меняет сам: это делает коллега.',
  },
  PERIOD_LOCKED: {
    en: 'The attestation period is locked.',
    ru: 'Аттестационный период закрыт.',
  },
  REASON_REQUIRED: { en: 'Say why.', ru: 'Нужно указать причину.' },
  REVISION_CONFLICT: {
    en: 'Somebody changed it meanwhile.',
    ru: 'Запись тем временем изменилась.',
  },
  SECOND_PERSON_REQUIRED: {
    en: 'A second person has to confirm it: not the one who proposed it.',
    ru: 'Подтвердить должен второй человек, а не тот, кто предложил.',
  },
  TRY_AGAIN: {
    en: 'Too much happened there at once: try again.',
    ru: 'Слишком много изменений сразу: повторите попытку.',
  },
  UNKNOWN_PARAMETER: {
    en: 'The regulation has no such parameter.',
    ru: 'В регламенте нет такого параметра.',
  },
  WRONG_HOLDER: {
    en: 'An account of this kind cannot hold that role.',
    ru: 'Учётной записи этого вида такая роль не даётся.',
  },
  WORK_TYPE_NOT_DONE: {
    en: 'The lesson had no such kind of work.',
    ru: 'На занятии не было такого вида работы.',
  },
};

/** A refusal's message in a language. */
export const wordsOf = (code: RefusalCode, locale: Locale): string => WORDS[code][locale];
