import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Recorded, RuleApplied } from '../../events/recorded.ts';
import { Access } from '../access.ts';
import { AbsenceClass } from '../enums/journal.ts';
import { globalIdOrNull } from '../global-id.ts';
import { LocalDate, Position } from '../scalars.ts';
import { EventAt, eventAt } from './event-at.ts';
import { RegulationSetting } from './regulation-setting.ts';
import { RuleOfEvent } from './rule-of-event.ts';

/** Who may read the history of marks; for all others the field that explains is null. */
export const EXPLAINING = { capability: 'markHistory.read', deny: 'null' } as const;

/** Who may read the value at all: whether it is explained to them, the field that explains has said. */
const reading = { capability: ['standing.read', 'attendance.read', 'editWindow.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'An event behind a value, and what it adds to it.' })
export class Contribution {
  @Access(reading)
  @Field(() => EventAt, { description: 'The event.' })
  readonly event!: EventAt;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The lesson it is about.' })
  readonly lessonId!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What it put there: a mark, a result, a last day.' })
  readonly value!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'What it adds to the sum: a correction adds the difference.' })
  readonly sum!: number;

  @Access(reading)
  @Field(() => Int, { description: 'What it adds to the count: its weight; a withdrawal takes one away.' })
  readonly count!: number;

  @Access(reading)
  @Field(() => RuleOfEvent, { nullable: true, description: 'The rule that allowed it, as it stood then.' })
  readonly rule!: RuleOfEvent | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What the standing of a student on a page is made of. The average is `sum / count` of the marks, two places, rounded half up; no parameter of the regulation changes that.',
})
export class StandingExplanation {
  @Access(reading)
  @Field(() => Position, {
    description: 'As of which position: asked `asOfPosition` that, the value is the same.',
  })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The average, worked out from these events.' })
  readonly average!: string | null;

  @Access(reading)
  @Field(() => [Contribution], { description: 'The marks; those that are words add nothing.' })
  readonly marks!: readonly Contribution[];

  @Access(reading)
  @Field(() => [Contribution], {
    description: 'The absences: recorded adds one to the count, cancelled takes it away.',
  })
  readonly absences!: readonly Contribution[];

  @Access(reading)
  @Field(() => [Contribution], { description: 'The results of attestation; the last one counts.' })
  readonly results!: readonly Contribution[];
}

@ObjectType({ simpleResolvers: true, description: 'A lesson that was held and had to be attended.' })
export class ExplainedLesson {
  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day.' })
  readonly date!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Its academic hours: they enter the person-hours.' })
  readonly hours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours missed of it; 0 for who was there.' })
  readonly missedHours!: number;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it was missed.' })
  readonly missed!: boolean;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether the student came late.' })
  readonly late!: boolean;

  @Access(reading)
  @Field(() => AbsenceClass, { description: 'Whether the absence is excused.' })
  readonly classified!: 'unclassified' | 'excused' | 'unexcused';

  @Access(reading)
  @Field(() => [EventAt], { description: 'What was recorded of it: that it was held, and the attendance.' })
  readonly events!: readonly EventAt[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What the totals of attendance of a student are made of: every lesson that had to be attended.',
})
export class AttendanceExplanation {
  @Access(reading)
  @Field(() => Position, {
    description: 'As of which position: asked `asOfPosition` that, the totals are the same.',
  })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => RegulationSetting, { description: 'The rule by which a day is missed.' })
  readonly rule!: RegulationSetting;

  @Access(reading)
  @Field(() => [ExplainedLesson], { description: 'The lessons, by day.' })
  readonly lessons!: readonly ExplainedLesson[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What an edit window is made of. A lock outweighs a completed sheet, that the deadline, and only where the deadline has passed a grant counts.',
})
export class WindowExplanation {
  @Access(reading)
  @Field(() => Position, { description: 'As of which position.' })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day the term is counted from: the lesson’s, the period’s last.',
  })
  readonly anchor!: string | null;

  @Access(reading)
  @Field(() => RegulationSetting, {
    nullable: true,
    description: 'The number of days, as the version that gave the deadline had it; null for a grant.',
  })
  readonly rule!: RegulationSetting | null;

  @Access(reading)
  @Field(() => [Contribution], {
    description: 'What gave the last day, the latest last: `value` is that day.',
  })
  readonly deadlines!: readonly Contribution[];

  @Access(reading)
  @Field(() => [Contribution], {
    description: 'Grants that cover it, and their ends: `value` is the last day granted.',
  })
  readonly grants!: readonly Contribution[];

  @Access(reading)
  @Field(() => [Contribution], {
    description: 'Locks of the period and its re-openings; the last one counts.',
  })
  readonly locks!: readonly Contribution[];

  @Access(reading)
  @Field(() => [Contribution], {
    description: 'The completed attestation sheet, where it ends the entries of the page.',
  })
  readonly sheets!: readonly Contribution[];
}

const ruleOf = (rule: RuleApplied | null): RuleOfEvent | null =>
  rule && {
    parameter: rule.parameter,
    clause: rule.clause,
    version: rule.version,
    deadline: rule.deadline,
    due: rule.due,
  };

/** An event as what it adds. */
export const contributionOf = (
  event: Recorded,
  added: { readonly value?: string | null; readonly sum?: number; readonly count?: number } = {},
): Contribution => ({
  event: eventAt(event),
  lessonId: globalIdOrNull('Lesson', 'lesson' in event.data ? event.data.lesson : null),
  value: added.value ?? null,
  sum: added.sum ?? 0,
  count: added.count ?? 0,
  rule: ruleOf(event.meta.rule),
});
