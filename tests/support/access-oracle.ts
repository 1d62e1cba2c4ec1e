import {
  createSourceEventStream,
  execute,
  parse,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { ApolloServer } from '@apollo/server';
import { gate, isRedactable, type AccessContext } from '../../schema/access.ts';
import { RefusedOperation, type Prepare } from '../../src/server/live/prepared.ts';
import type { Reached } from './every-field.ts';
import type { Wanted } from './stubbed.ts';

/** What came of an operation, or should: the value or null at the field, or a refusal that names fields. */
export interface Outcome {
  readonly code: string | null;
  readonly fields: readonly string[];
  readonly redactions: readonly string[];
  readonly read: boolean;
}

/** What the declared policies say must happen, worked out without the guard. */
export const declared = ({ steps }: Reached, viewer: AccessContext['viewer']): Outcome => {
  const denied = steps.filter(({ policy }) => !gate(policy)(viewer));
  const refused = denied.filter(({ policy }) => !isRedactable(policy)).map(({ coordinate }) => coordinate);
  if (refused.length > 0)
    return {
      code: viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED',
      fields: refused.sort(),
      redactions: [],
      read: false,
    };
  const redactions = denied.slice(0, 1).map(({ coordinate }) => coordinate);
  return { code: null, fields: [], redactions, read: redactions.length === 0 };
};

/** The answer at the end of a path through objects and lists. */
const at = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => {
    const one: unknown = Array.isArray(value) ? value[0] : value;
    return (one as Readonly<Record<string, unknown>> | null)?.[name] ?? null;
  }, data);

/** Everything a resolver of a stubbed schema needs: who asks, and which objects are wanted. */
const contextFor = ({ steps }: Reached, context: AccessContext): AccessContext & Wanted => ({
  ...context,
  wanted: new Set(steps.flatMap(({ into }) => into ?? [])),
});

const outcomeOf = ({ steps }: Reached, { data, errors, extensions }: FormattedExecutionResult): Outcome => {
  const error = errors?.[0];
  return {
    code: (error?.extensions?.['code'] as string | undefined) ?? null,
    fields: (error?.extensions?.['fields'] as readonly string[] | undefined) ?? [],
    redactions: (extensions?.['redactions'] as readonly string[] | undefined) ?? [],
    read:
      at(
        data,
        steps.map(({ name }) => name),
      ) !== null,
  };
};

/** What really happens when the operation is sent to a server. */
export const observed = async (
  server: ApolloServer<AccessContext>,
  reached: Reached,
  context: AccessContext,
): Promise<Outcome> => {
  const { body } = await server.executeOperation(
    { query: reached.document },
    { contextValue: contextFor(reached, context) },
  );
  if (body.kind !== 'single') throw new Error('a single answer was expected');
  return outcomeOf(reached, body.singleResult);
};

/** What really happens when a subscription is opened: what it is refused with, or its first answer. */
export const observedLive = async (
  schema: GraphQLSchema,
  prepare: Prepare,
  reached: Reached,
  context: AccessContext,
): Promise<Outcome> => {
  try {
    const { document } = prepare({ query: reached.document }, context.viewer);
    const operation = { schema, document, contextValue: contextFor(reached, context) };
    const source = await createSourceEventStream(operation);
    if (!(Symbol.asyncIterator in source)) throw new RefusedOperation(source.errors ?? []);
    for await (const rootValue of source) {
      const { data, errors } = await execute({ ...operation, rootValue });
      return outcomeOf(reached, {
        ...(data !== undefined && { data }),
        ...(errors && { errors: errors.map((error) => error.toJSON()) }),
        extensions: { redactions: [...context.redactions] },
      });
    }
    throw new Error('a stubbed subscription tells of something');
  } catch (error) {
    if (!(error instanceof RefusedOperation)) throw error;
    return outcomeOf(reached, { errors: error.errors.map((one) => one.toJSON()) });
  }
};

/** What happens when nobody looks at the operation beforehand and only the guard on the fields is left. */
export const guardAlone = async (
  schema: GraphQLSchema,
  reached: Reached,
  context: AccessContext,
): Promise<Outcome> => {
  const contextValue = contextFor(reached, context);
  const result = await execute({ schema, document: parse(reached.document), contextValue });
  const errors = result.errors?.map((error) => error.toJSON());
  return outcomeOf(reached, {
    ...(result.data !== undefined && { data: result.data }),
    ...(errors && { errors }),
    extensions: { redactions: [...context.redactions] },
  });
};
