import type { DocumentNode, ExecutionResult, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { Context } from '../../../schema/context.ts';
import type { Judge } from '../../../schema/operation-access.ts';
import type { Readers } from '../../runtime/bounded-readers.ts';
import type { Clock } from '../../runtime/execute.ts';
import type { Feeds } from '../../runtime/live/feeds.ts';
import { formatErrors, type ReportFault } from '../format-error.ts';
import { recordingReads } from '../recorded-reads.ts';
import type { SessionContexts } from '../request-context.ts';
import type { LiveLimits } from './live-limits.ts';
import type { Prepare } from './prepared.ts';
import { inLanguage } from '../../../schema/errors/problem.ts';

/** What the composition root hands over for subscriptions. */
export interface LiveSource {
  readonly contexts: SessionContexts;
  readonly readers: Readers;
  readonly feeds: Feeds;
  /** Where sessions are kept. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly limits?: Partial<LiveLimits>;
}

/** What every subscription of a server stands on. */
export interface LiveParts extends Omit<LiveSource, 'limits'> {
  readonly schema: GraphQLSchema;
  readonly judged: Judge;
  readonly prepare: Prepare;
  readonly limits: LiveLimits;
  readonly report: ReportFault;
  /** Puts a result into the form of any other answer, and records whose personal data it shows before it goes out. */
  readonly finish: (
    context: Context,
    document: DocumentNode,
    operationName: string | null,
    result: ExecutionResult,
  ) => Promise<FormattedExecutionResult>;
}

/** The last step of every answer. */
export const finishing = (schema: GraphQLSchema, report: ReportFault): LiveParts['finish'] => {
  const format = formatErrors(report);
  const record = recordingReads(schema, report);
  return async (context, document, operationName, { data, errors }) => {
    const refused = await record(context, document, operationName);
    const { locale } = context;
    if (refused) return { errors: [inLanguage(format(refused.toJSON(), refused), locale)] };
    const withheld = [...context.redactions].sort();
    return {
      ...(data !== undefined && { data }),
      ...(errors && { errors: errors.map((error) => inLanguage(format(error.toJSON(), error), locale)) }),
      ...(withheld.length > 0 && { extensions: { redactions: withheld } }),
    };
  };
};
