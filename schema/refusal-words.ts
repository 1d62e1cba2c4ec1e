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
  ATTENDANCE_BY_RESULTS: {
    en: 'Attendance at this electronic lesson rests on the results of tasks, not on presence.',
    ru: 'Посещение этого электронного занятия определяют результаты заданий, а не присутствие.',
  },
  COMMAND_ID_REUSED: {
    en: 'This command id was used before, for something else.',
    ru: 'Этот идентификатор команды уже использован для другого.',
  },
  COMMISSION_REQUIRED: {
    en: 'This attempt goes before a commission: name its members and the order.',
    ru: 'Эту попытку принимает комиссия: укажите её состав и приказ.',
  },
  DATE_OUT_OF_RANGE: { en: 'The date does not fit.', ru: 'Дата не подходит.' },
  DEBTS_REMAIN: {
    en: 'Academic debts stand: they have to be cleared first.',
    ru: 'Есть академические задолженности: сначала их нужно ликвидировать.',
  },
  EDIT_WINDOW_CLOSED: {
    en: 'The edit window has closed. An administrator may grant an exception.',
    ru: 'Срок редактирования истёк. Администратор может открыть его отдельным разрешением.',
  },
  ENTERED_BY_PERSON: {
    en: 'A person entered this mark: an import does not change it.',
    ru: 'Отметку внёс человек: импорт её не меняет.',
  },
  ENTRIES_REMAIN: {
    en: 'Marks, absences or results stand there: take them back first.',
    ru: 'Там есть отметки, пропуски или результаты: сначала их нужно снять.',
  },
  HOURS_DO_NOT_ADD_UP: {
    en: 'The hours do not add up.',
    ru: 'Часы не сходятся.',
  },
  IMPOSSIBLE_VALUE: {
    en: 'That is not a possible value of this parameter.',
    ru: 'У этого параметра не может быть такого значения.',
  },
  FORM_NOT_HELD: {
    en: 'The regulation of the college knows no attestation in this form.',
    ru: 'Регламент колледжа не знает аттестации в такой форме.',
  },
  INCOMPLETE_REQUEST: {
    en: 'The request does not say everything that such a request has to.',
    ru: 'В обращении указано не всё, что для него нужно.',
  },
  INVALID_MARK: { en: 'That is not a mark of this scale.', ru: 'Такой отметки в этой шкале нет.' },
  LATER_MOVEMENT: {
    en: 'A later movement rests on this one: undo that first.',
    ru: 'На этом основано более позднее движение: сначала нужно отменить его.',
  },
  LESSON_CANCELLED: { en: 'The lesson was cancelled.', ru: 'Занятие отменено.' },
  LESSON_CONDUCTED: { en: 'The lesson has been held.', ru: 'Занятие уже проведено.' },
  LESSON_NOT_CONDUCTED: {
    en: 'The lesson has not been recorded as held.',
    ru: 'Занятие ещё не отмечено как проведённое.',
  },
  NOT_ANNULLABLE: {
    en: 'This movement is not annulled: another act undoes it.',
    ru: 'Это движение не аннулируется: его отменяет другое действие.',
  },
  NOT_APPROVED: { en: 'That has not been approved yet.', ru: 'Это ещё не утверждено.' },
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
  NOT_IN_OUTAGE: {
    en: 'That day does not lie in the outage.',
    ru: 'Этот день не приходится на время сбоя.',
  },
  NOT_NAMED_BY_ORDER: {
    en: 'No order names you as the supervisor of this student.',
    ru: 'Приказом вы не назначены руководителем этого обучающегося.',
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
  ON_ACADEMIC_LEAVE: {
    en: 'The student is on academic leave on that day.',
    ru: 'В этот день обучающийся находится в академическом отпуске.',
  },
  ORDER_REQUIRED: { en: 'Name the order behind it.', ru: 'Нужно указать приказ.' },
  OUTAGE_LASTS: {
    en: 'The outage has not been declared over: temporary journals are brought over after it.',
    ru: 'Сбой ещё не объявлен завершённым: временные журналы переносятся после восстановления доступа.',
  },
  OWN_RIGHTS: {
    en: 'Nobody changes their own rights: a colleague has to.',
    ru: 'Свои права никто не меняет сам: это делает коллега.',
  },
  PERIODS_OVERLAP: {
    en: 'Two stretches of time overlap.',
    ru: 'Два отрезка времени пересекаются.',
  },
  PERIOD_LOCKED: {
    en: 'The attestation period is locked.',
    ru: 'Аттестационный период закрыт.',
  },
  REASON_REQUIRED: { en: 'Say why.', ru: 'Нужно указать причину.' },
  REPEATS_EXHAUSTED: {
    en: 'No attempt is left to clear this debt.',
    ru: 'Попыток ликвидировать эту задолженность больше нет.',
  },
  REPEAT_TERM_OVER: {
    en: 'The term within which this debt could be cleared is over.',
    ru: 'Срок ликвидации этой задолженности истёк.',
  },
  RETENTION_NOT_OVER: {
    en: 'These data have to be kept for now: the basis and the day, where there is one, stand beside.',
    ru: 'Эти сведения пока подлежат хранению: основание и день, если он известен, указаны рядом.',
  },
  REVISION_CONFLICT: {
    en: 'Somebody changed it meanwhile.',
    ru: 'Запись тем временем изменилась.',
  },
  SECOND_PERSON_REQUIRED: {
    en: 'A second person has to confirm it: not the one who proposed it.',
    ru: 'Подтвердить должен второй человек, а не тот, кто предложил.',
  },
  TIMETABLE_CLASH: {
    en: 'Another lesson needs the same group, teacher or room at that time.',
    ru: 'В это время группа, преподаватель или кабинет заняты другим занятием.',
  },
  SHEET_COMPLETED: {
    en: 'The attestation sheet of this page is completed: its marks are closed. An administrator may grant an exception.',
    ru: 'Аттестационная ведомость страницы заполнена: её отметки закрыты. Администратор может открыть их отдельным разрешением.',
  },
  SHEET_INCOMPLETE: {
    en: 'Somebody on the page has no attestation result yet.',
    ru: 'На странице есть обучающиеся без результата аттестации.',
  },
  TOPIC_REQUIRED: {
    en: 'A course work has a topic: name it first.',
    ru: 'У курсовой работы есть тема: сначала её нужно указать.',
  },
  TRANSFER_IN_MID_PERIOD: {
    en: 'Students change subgroups and groups only at the end of a study period.',
    ru: 'Состав подгрупп и групп меняется только по окончании учебного периода.',
  },
  TRY_AGAIN: {
    en: 'Too much happened there at once: try again.',
    ru: 'Слишком много изменений сразу: повторите попытку.',
  },
  UNKNOWN_PARAMETER: {
    en: 'The regulation has no such parameter.',
    ru: 'В регламенте нет такого параметра.',
  },
  DELEGATION_REQUIRED: {
    en: 'A trusted person has no rights of their own: a guardian delegates them.',
    ru: 'У доверенного лица нет собственных прав: их передаёт законный представитель.',
  },
  NOT_ON_STAFF_LIST: {
    en: 'This person is not on the staff list on that day.',
    ru: 'В этот день этого человека нет в списке сотрудников.',
  },
  WIDER_THAN_OWN_RIGHTS: {
    en: 'Nobody hands on more than they hold themselves.',
    ru: 'Нельзя передать больше прав, чем есть у самого.',
  },
  WRONG_HOLDER: {
    en: 'An account of this kind cannot hold that role.',
    ru: 'Учётной записи этого вида такая роль не даётся.',
  },
  WORK_TYPE_NOT_DONE: {
    en: 'The lesson had no such kind of work.',
    ru: 'На занятии не было такого вида работы.',
  },
  WRONG_KIND: {
    en: 'Something of this kind does not belong there.',
    ru: 'Такому здесь не место: подходит другой вид.',
  },
};

/** A refusal's message in a language. */
export const wordsOf = (code: RefusalCode, locale: Locale): string => WORDS[code][locale];
