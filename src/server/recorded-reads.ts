import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { AccessContext } from '../../schema/access.ts';
import type { Context } from '../../schema/context.ts';
import { personalReader, type PersonalFields, type Shown } from '../../schema/personal.ts';
import type { Reading } from '../disclosure/reading.ts';
import { recordOf } from './fault.ts';
import type { ReportFault } from './format-error.ts';
import { problem } from '../../schema/errors/problem.ts';

/** What a request must know for its readings to be recorded. */
type Recorded = AccessContext & Pick<Context, 'viewer' | 'disclosures' | 'requestId'>;

/** Only a college's own server records; a schema served alone in a test has nowhere to. */
const isRecorded = (context: AccessContext): context is Recorded =>
  Boolean(context.shown) && 'disclosures' in context;

/** The subjects of what was read, without the reader's own data. */
const subjectsOf = (shown: Shown, fields: PersonalFields, own: ReadonlySet<string>): readonly string[] => {
  const types = new Set([...fields.keys()].map((field) => field.slice(0, field.indexOf('.'))));
  const all = [...shown].flatMap(([type, subjects]) => (types.has(type) ? [...subjects] : []));
  return [...new Set(all)].filter((subject) => !own.has(subject));
};

const readingOf = (
  { shown, viewer, requestId }: Recorded,
  fields: PersonalFields,
  operation: string | null,
): Reading | null => {
  if (!shown || !viewer || fields.size === 0) return null;
  const subjects = subjectsOf(shown, fields, new Set([viewer.account, ...viewer.self]));
  if (subjects.length === 0) return null;
  return {
    college: viewer.college,
    account: viewer.account,
    session: viewer.session,
    roles: [...viewer.roles],
    purposes: [...new Set(fields.values())],
    fields: [...fields.keys()],
    subjects,
    operation,
    request: requestId,
  };
};

/**
 * Records who reads whose personal data before an answer goes out: one row for an answer, however many people are in
 * it. Where that cannot be recorded nothing may be shown but the error that it gives.
 */
export const recordingReads = (
  schema: GraphQLSchema,
  report: ReportFault,
): ((
  context: AccessContext,
  document: DocumentNode,
  operation: string | null,
) => Promise<GraphQLError | null>) => {
  const personalFieldsOf = personalReader(schema);
  return async (context, document, operation) => {
    if (!isRecorded(context)) return null;
    const reading = readingOf(context, personalFieldsOf(document), operation);
    if (reading === null) return null;
    try {
      await context.disclosures.record(reading);
      return null;
    } catch (fault) {
      report({ ...recordOf(fault), traceId: context.requestId });
      return problem('READING_NOT_RECORDED');
    }
  };
};

/** The same for every answer of Apollo's. */
export const recordedReads = <Of extends AccessContext>(
  schema: GraphQLSchema,
  report: ReportFault,
): ApolloServerPlugin<Of> => {
  const record = recordingReads(schema, report);
  return {
    requestDidStart: () =>
      Promise.resolve({
        async willSendResponse({ contextValue, document, operationName, response }) {
          const refused = document && (await record(contextValue, document, operationName ?? null));
          if (refused) response.body = { kind: 'single', singleResult: { errors: [refused.toJSON()] } };
        },
      }),
  };
};
