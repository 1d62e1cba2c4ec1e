import { Field, InputType } from 'type-graphql';
import { colleges } from '../src/decisions/folds/college.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { decode } from '../src/log/body.ts';
import type { Capability } from '../src/policies/access.ts';
import { dateIn, type PlainDate } from '../src/policies/calendar.ts';
import { regulationAt, type Regulation } from '../src/policies/regulation/regulation.ts';
import { inBoth, type Scope } from '../src/policies/scope.ts';
import { stateAsOf } from '../src/runtime/past/state.ts';
import { PastTooWide } from '../src/runtime/past/streams.ts';
import { accessDenied } from './access-denied.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { reach } from './min-position.ts';
import { Instant, Position } from './scalars.ts';
import { problem } from './errors/problem.ts';

/** What the arguments that ask for the past say of themselves. */
export const AS_OF = {
  nullable: true,
  description: 'As it stood at this instant; for who may read the history of marks.',
} as const;
export const AS_OF_POSITION = {
  nullable: true,
  description: 'As it stood at this position of the log; for who may read the history of marks.',
} as const;

@InputType({ description: 'A moment of the past: exactly one of these.' })
export class Moment {
  @Field(() => Instant, { nullable: true, description: 'All that was recorded up to this instant.' })
  readonly instant?: string | null;

  @Field(() => Position, { nullable: true, description: 'All that lies in the log up to this position.' })
  readonly position?: bigint | null;
}

type Optional<Value> = Value | null | undefined;

/** The right to look back: what was corrected or taken back is seen by who may read the history of marks. */
const LOOKING_BACK = 'markHistory.read';

/** Whether the viewer may look back at anything. */
const mayLookBack = (context: Pick<Context, 'viewer'>): boolean =>
  viewerOf(context).capabilities.has(LOOKING_BACK);

/** The rows of a query that the viewer may also see as they were: never a row that today’s query would not show. */
export const pastScope = (context: Pick<Context, 'viewer'>, capability: Capability, field: string): Scope => {
  if (!mayLookBack(context)) throw accessDenied(context.viewer, [field]);
  return inBoth(scopeFor(context, capability), scopeFor(context, LOOKING_BACK));
};

/** A moment of the past, found in the log. */
export interface PastMoment {
  /** Up to this position, itself included; 0 before the first event. */
  readonly position: bigint;
  /** The instant that was asked for, or the one at which that position was recorded. */
  readonly instant: string;
}

const recordedAt = async (context: Pick<Context, 'college'>, position: bigint): Promise<string> => {
  const { id, log, now } = context.college();
  const [event] = position > 0n ? await log.read(id, position - 1n, 1) : [];
  return event ? decode(event).meta.at : now();
};

const momentOf = async (
  context: Context,
  instant: Optional<string>,
  position: Optional<bigint>,
): Promise<PastMoment> => {
  const { id, log, now } = context.college();
  if (typeof position === 'bigint') {
    const head = await log.head(id);
    if (position > head) throw problem('POSITION_AHEAD', { head: String(head) });
    await reach(context, position);
    return { position, instant: await recordedAt(context, position) };
  }
  if (typeof instant !== 'string')
    throw problem('NAME_EXACTLY_ONE_OF', { arguments: ['instant', 'position'] });
  if (instant > now()) throw problem('INSTANT_AHEAD');
  const found = await log.positionAt(id, instant);
  await reach(context, found);
  return { position: found, instant };
};

/** The moment a query is asked for by its two arguments; `null`: as things stand. */
export const asOfIn = async (
  context: Context,
  instant: Optional<string>,
  position: Optional<bigint>,
): Promise<PastMoment | null> => {
  const [byInstant, byPosition] = [typeof instant === 'string', typeof position === 'bigint'];
  if (byInstant && byPosition) throw problem('NAME_EXACTLY_ONE_OF', { arguments: ['asOf', 'asOfPosition'] });
  return byInstant || byPosition ? await momentOf(context, instant, position) : null;
};

/** The day at the college, and its regulation on a day, as they stood at a moment. */
export const regulationThen = async (
  context: Pick<Context, 'college'>,
  { position, instant }: PastMoment,
): Promise<{ readonly today: PlainDate; readonly on: (day: PlainDate) => Regulation }> => {
  const { id, log, stateOf } = context.college();
  const { zone } = await stateOf(colleges, id);
  const spans = await stateAsOf(log, id, regulations, id, position);
  return { today: dateIn(zone, instant), on: (day) => regulationAt(spans, day) };
};

/** Two moments, the earlier first. */
export const spanOf = async (
  context: Context,
  from: Moment,
  to: Moment,
): Promise<{ readonly from: PastMoment; readonly to: PastMoment }> => {
  for (const { instant, position } of [from, to])
    if ((typeof instant === 'string') === (typeof position === 'bigint'))
      throw problem('NAME_EXACTLY_ONE_OF', { arguments: ['instant', 'position'] });
  const span = {
    from: await momentOf(context, from.instant, from.position),
    to: await momentOf(context, to.instant, to.position),
  };
  if (span.from.position > span.to.position) throw problem('MOMENTS_TURNED_AROUND');
  return span;
};

/** What the past answers; where it would read too much, the limit by name. */
export const bounded = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof PastTooWide)) throw error;
    throw problem('TOO_MUCH_OF_THE_PAST', { limit: error.most });
  }
};
