import type { Words } from '../../src/policies/regulation/parameter.ts';

/**
 * A sentence for every shape of a value, by its `kind`, or by the names of its fields where it has none.
 * `{days}` is the field in words; what stands in `[…]` is left out where its field is.
 */
export const PHRASES: Readonly<Record<string, Words>> = {
  timely: { en: 'timely', ru: 'своевременно' },
  lessonDay: { en: 'on the day of the lesson', ru: 'в день занятия' },
  nextDay: { en: 'by the day after the lesson', ru: 'не позднее дня, следующего за занятием' },
  withinEditWindow: {
    en: 'as soon as possible, within the edit window',
    ru: 'как можно скорее, в пределах срока редактирования',
  },
  hoursAfterGroupClasses: {
    en: 'within {hours} h after the classes of the group have ended',
    ru: 'в течение {hours} ч после окончания занятий группы',
  },
  daysAfterHeld: {
    en: 'within {days} days of the day held ({covers})',
    ru: 'в течение {days} дн. со дня проведения ({covers})',
  },
  workingDaysAfterEvent: {
    en: 'within {days} working days of the event (not after the period ends: {cappedByPeriodEnd})',
    ru: 'в течение {days} рабочих дн. после события (не позже конца периода: {cappedByPeriodEnd})',
  },
  lastWeekOfPeriod: {
    en: 'in the last week of the period, {daysBeforeVacation} day(s) before the vacation at the latest',
    ru: 'в последнюю неделю периода, не позже чем за {daysBeforeVacation} дн. до каникул',
  },
  afterPeriodEnd: { en: 'after the period has ended', ru: 'после окончания периода' },
  beforeVacation: { en: 'before the vacation begins', ru: 'до начала каникул' },
  allowed: {
    en: 'allowed[, {days} days back]',
    ru: 'разрешено[, за {days} дн. назад]',
  },
  fromTemporaryJournal: { en: 'from a temporary journal', ru: 'из временного журнала' },
  avoided: { en: 'to be avoided', ru: 'следует исключать' },
  beforeAcademicYear: { en: 'before the academic year', ru: 'до начала учебного года' },
  beforeClasses: { en: 'before classes begin', ru: 'до начала занятий' },
  onAppointment: { en: 'on appointment ({roles})', ru: 'при назначении ({roles})' },
  firstAcademicWeek: { en: 'in the first academic week', ru: 'в первую учебную неделю' },
  firstMonth: { en: 'in the first month', ru: 'в первый месяц' },
  ongoing: { en: 'continuously', ru: 'постоянно' },
  undated: { en: 'without a term', ru: 'без срока' },
  everyMonthBy: { en: 'by day {everyMonthBy} of every month', ru: 'ежемесячно к {everyMonthBy} числу' },
  weekly: { en: 'weekly', ru: 'еженедельно' },
  startOfYear: { en: 'at the start of the year', ru: 'в начале учебного года' },
  asNeeded: { en: 'as needed', ru: 'по мере необходимости' },
  onChange: { en: 'when something has changed', ru: 'при изменениях' },
  everyWeeks: {
    en: 'at least once in [{weeks}][{everyWeeks}] week(s)[: {by}]',
    ru: 'не реже раза в [{weeks}][{everyWeeks}] нед.[: {by}]',
  },
  everyMonths: {
    en: 'at least once in {months} month(s)[: {by}]',
    ru: 'не реже раза в {months} мес.[: {by}]',
  },
  unnumbered: { en: 'without a number[: {by}]', ru: 'без указания частоты[: {by}]' },
  'difference with': {
    en: 'equal to {with}; a difference {difference}',
    ru: 'равны: {with}; расхождение {difference}',
  },
  'covers language': { en: '{language} ({covers})', ru: '{language} ({covers})' },
  listed: { en: '[{marks}][{forms}]', ru: '[{marks}][{forms}]' },
  stages: { en: '{stages}', ru: '{stages}' },
  localAct: { en: 'by a local act', ru: 'по локальному акту' },
  byForm: { en: 'by the form of attestation', ru: 'по форме аттестации' },
  debtMarkExists: {
    en: 'a mark for academic debt exists',
    ru: 'есть отметка об академической задолженности',
  },
  byWeeklyLoad: {
    en: 'by weekly load, the last for every load above: {steps}',
    ru: 'по недельной нагрузке (последнее для большей): {steps}',
  },
  'marks upToWeeklyHours': {
    en: '{marks} marks[ up to {upToWeeklyHours} h a week]',
    ru: '{marks} отм.[ при нагрузке до {upToWeeklyHours} ч в неделю]',
  },
  unquantified: { en: 'enough, without a number', ru: 'достаточно, без указания числа' },
  academic: { en: 'academic debts: {of}', ru: 'академические: {of}' },
  topic: { en: 'debts of topics, with a make-up day', ru: 'по темам, с днём отработки' },
  inJournal: { en: 'in the journal: {by}', ru: 'в журнале: {by}' },
  toldToCurator: {
    en: 'the guardian tells the class teacher',
    ru: 'родитель извещает классного руководителя',
  },
  withinDays: { en: 'within {days} {dayKind} days', ru: 'в течение {days} {dayKind} дн.' },
  'by checks when': { en: '{when}: {checks} ({by})', ru: '{when}: {checks} ({by})' },
  eachPeriodEnd: {
    en: 'when a period ends, {medium}[, to: {to}]',
    ru: 'по окончании периода, {medium}[, кому: {to}]',
  },
  monthlyAsOf: {
    en: 'monthly, as of day {day}, {medium}[, to: {to}]',
    ru: 'ежемесячно, на {day} число, {medium}[, кому: {to}]',
  },
  byDayOfNextMonth: {
    en: 'by day {day} of the next month, {medium}[, to: {to}]',
    ru: 'до {day} числа следующего месяца, {medium}[, кому: {to}]',
  },
  monthly: { en: 'monthly, {medium}[, to: {to}]', ru: 'ежемесячно, {medium}[, кому: {to}]' },
  onDemand: { en: 'on demand, {medium}[, to: {to}]', ru: 'по запросу, {medium}[, кому: {to}]' },
  'by each medium': { en: '{by}, per {each}, {medium}', ru: '{by}, за {each}, {medium}' },
  'by to': { en: '{by}: next {to}', ru: '{by}: следующий {to}' },
  'by curatorNotifies groupMove subgroupMove': {
    en: '[{by}; ]groups: {groupMove}; subgroups: {subgroupMove}; the curator notifies: {curatorNotifies}',
    ru: '[{by}; ]группы: {groupMove}; подгруппы: {subgroupMove}; куратор сообщает: {curatorNotifies}',
  },
  'jointlyBy separateRecords when': {
    en: 'separate records: {separateRecords}[; {when}][; jointly: {jointlyBy}]',
    ru: 'отдельные записи: {separateRecords}[; {when}][; совместно: {jointlyBy}]',
  },
  'by namedInOrder': {
    en: '{by} (named in an order: {namedInOrder})',
    ru: '{by} (по приказу: {namedInOrder})',
  },
  'of weighing': { en: '{of}[, with: {weighing}]', ru: '{of}[, с учётом: {weighing}]' },
  'certifiedBy dueBy each printedBy': {
    en: 'per {each}[, by {dueBy}][, printed by: {printedBy}], certified by: {certifiedBy}',
    ru: 'за {each}[, к {dueBy}][, печатает: {printedBy}], заверяет: {certifiedBy}',
  },
  afterGroupEnds: {
    en: '{years} years after the group has finished (written off by an act: {writtenOffByAct})',
    ru: '{years} лет после окончания обучения группы (списание по акту: {writtenOffByAct})',
  },
  archivalTerm: { en: 'for the archival term', ru: 'на срок архивного хранения' },
  fileNomenclature: { en: 'by the nomenclature of files', ru: 'по номенклатуре дел' },
  storedElectronically: { en: 'stored electronically', ru: 'хранится в электронном виде' },
  eachYearEnd: {
    en: 'at the end of every year[, kept until {keptUntil}]',
    ru: 'в конце каждого года[, хранится до {keptUntil}]',
  },
  regular: { en: 'regularly', ru: 'регулярно' },
  copies: {
    en: 'on {media} media in {rooms} rooms at least',
    ru: 'не менее чем на {media} носителях в {rooms} помещениях',
  },
  preservation: {
    en: 'data are preserved, operation is not interrupted',
    ru: 'сохранность данных и бесперебойная работа',
  },
};
