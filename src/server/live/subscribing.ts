import {
  GraphQLError,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { RequestFacts } from '../context.ts';
import { formatErrors } from '../format-error.ts';
import { LiveOperation } from './live-operation.ts';
import type { LiveParts } from './live-parts.ts';
import type { LiveRoom, Seat } from './live-room.ts';
import { RefusedOperation, type Asked } from './prepared.ts';
import { inLanguage } from '../../../schema/errors/problem.ts';
import { localeOf } from '../../../schema/locale.ts';

/** The answers of a subscription; `return` stops it at once, even while it waits. */
export type Answers = AsyncGenerator<FormattedExecutionResult, void>;

/** A subscription that was opened. */
export interface Subscribed {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly answers: Answers;
}

/** Opens a subscription for somebody who is connected. Throws what it is refused with. */
export type Subscribe = (seat: Seat, facts: RequestFacts, asked: Asked) => Promise<Subscribed>;

/** A generator that waits for something cannot be returned from: what it waits for is stopped first. */
const stoppable = (answers: Answers, stop: () => void): Answers => ({
  next: () => answers.next(),
  return(value) {
    stop();
    return answers.return(value);
  },
  throw(error) {
    stop();
    return answers.throw(error);
  },
  async [Symbol.asyncDispose]() {
    await this.return();
  },
  [Symbol.asyncIterator]() {
    return this;
  },
});

/** Opens subscriptions in a room. */
export const subscribing =
  (parts: LiveParts, room: LiveRoom): Subscribe =>
  async (seat, facts, asked) => {
    const entered = await parts.contexts.enter(seat.session);
    const prepared = parts.prepare(asked, entered.viewer);
    const { college } = seat.session;
    const feed = await parts.feeds.take(college);
    try {
      room.demandRoom(seat);
    } catch (error) {
      await parts.feeds.giveBack(college, feed);
      throw error;
    }
    const operation = new LiveOperation(parts, prepared, facts, entered, feed);
    room.add(seat, operation, feed);
    let isOpen = true;
    const stop = (): void => {
      if (!isOpen) return;
      isOpen = false;
      room.remove(seat, operation);
      parts.feeds.giveBack(college, feed).catch(() => undefined);
    };
    const answers = async function* (): Answers {
      try {
        yield* operation.results();
      } finally {
        stop();
      }
    };
    const { document, operationName } = prepared;
    return { document, operationName, answers: stoppable(answers(), stop) };
  };

/** What a subscription was refused or ended with, in the form of any other error. */
export const errorsOf = (
  error: unknown,
  { report }: Pick<LiveParts, 'report'>,
  { language }: Pick<RequestFacts, 'language'>,
): readonly GraphQLFormattedError[] => {
  const format = formatErrors(report);
  const errors = error instanceof RefusedOperation ? error.errors : [error];
  const locale = localeOf(language);
  return errors.map((one) =>
    inLanguage(format(one instanceof GraphQLError ? one.toJSON() : { message: 'It failed.' }, one), locale),
  );
};
