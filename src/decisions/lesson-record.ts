import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { isInRussian } from '../policies/language.ts';
import { read, refuse, type Accepted, type Circumstances, type Deciding, type Refused } from './decision.ts';
import type { LessonState } from './folds/journal.ts';
import { thematicPlans } from './folds/thematic-plan.ts';
import type { LessonKey } from './lesson-key.ts';
import { subjectOf } from './lesson-key.ts';
import type { Page } from './page.ts';
import { regulationOn } from './regulation.ts';

type Conducted = EventNamed<'LessonConducted'>['data'];
type AttendanceBasis = Conducted['attendanceBasis'];

/** Kinds of work that have a topic of their own beside the lesson's (R-LES-08). */
type WorkWithTopic = 'practical' | 'laboratory' | 'control' | 'independent';

/** What is written about a lesson beside its form and kinds of work. */
export interface LessonRecord {
  /** The topic; `null` takes that of the plan. */
  readonly topic: string | null;
  /** The topic of the page's thematic plan that it follows; none: a topic of its own. */
  readonly planItem?: string | null;
  /** What attendance rests on; left out: what its form of delivery recommends (R-LES-09, R-LES-10). */
  readonly attendanceBasis?: AttendanceBasis | null;
  readonly workTopics?: Readonly<Partial<Record<WorkWithTopic, string>>>;
}

/** What attendance rests on by the form of delivery (T-56). */
const BASIS: Readonly<Record<Conducted['deliveryForm'], AttendanceBasis>> = {
  inPerson: 'presence',
  distance: 'liveSession',
  electronic: 'taskResults',
};

/** Warns of texts without a Cyrillic letter where entries are made in Russian: foreign-language lessons too (R-LES-07, T-51). */
export function* languageWarnings(
  circumstances: Circumstances,
  day: PlainDate,
  about: 'lesson' | 'homework',
  texts: Readonly<Record<string, string | null>>,
): Deciding<Accepted['warnings']> {
  const regulation = yield* regulationOn(circumstances, day);
  const language = regulation.value('records.language');
  if (!language || (language.covers === 'homework' && about === 'lesson')) return [];
  const rule = regulation.rule('records.language');
  return Object.entries(texts)
    .filter(([, text]) => text !== null && !isInRussian(text))
    .map(([field]) => ({ code: 'NOT_IN_RUSSIAN' as const, facts: { field }, ...rule }));
}

function* offPlan(circumstances: Circumstances, { date }: LessonState): Deciding<Accepted['warnings']> {
  const regulation = yield* regulationOn(circumstances, date);
  if (!regulation.value('thematicPlan.hoursMustEqual')) return [];
  return [{ code: 'TOPIC_NOT_IN_PLAN', facts: {}, ...regulation.rule('thematicPlan.hoursMustEqual') }];
}

/** The record of a lesson, its topic taken from the plan where it names one (R-LES-02, R-LES-03). */
export function* recordOf(
  circumstances: Circumstances,
  page: Page,
  lesson: LessonState,
  command: LessonKey & LessonRecord & Pick<Conducted, 'deliveryForm' | 'workTypes'>,
): Deciding<
  | {
      readonly data: Conducted;
      readonly sealed: NonNullable<EventNamed<'LessonConducted'>['sealed']>;
      readonly warnings: Accepted['warnings'];
    }
  | Refused
> {
  const subject = subjectOf(command);
  const { deliveryForm, workTypes, planItem = null, workTopics = {} } = command;
  const plan = planItem === null || page.plan === null ? null : yield* read(thematicPlans, page.plan);
  const planned = planItem === null ? null : plan?.items.get(planItem);
  if (planned === undefined) return refuse('NOT_FOUND', subject, { what: 'thematicPlanItem' });

  const topic = command.topic ?? planned?.topic ?? '';
  const { practical, laboratory, control, independent } = workTopics;
  const topics = {
    topic,
    ...(practical !== undefined && { practicalTopic: practical }),
    ...(laboratory !== undefined && { laboratoryTopic: laboratory }),
    ...(control !== undefined && { controlTopic: control }),
    ...(independent !== undefined && { independentTopic: independent }),
  };
  const isOnline = circumstances.source !== 'import';
  const warnings = isOnline
    ? [
        ...(yield* languageWarnings(circumstances, lesson.date, 'lesson', topics)),
        ...(page.plan !== null && planItem === null ? yield* offPlan(circumstances, lesson) : []),
      ]
    : [];
  const attendanceBasis = command.attendanceBasis ?? BASIS[deliveryForm];
  return {
    data: { ...subject, deliveryForm, workTypes, planItem, attendanceBasis },
    sealed: topics,
    warnings,
  };
}
