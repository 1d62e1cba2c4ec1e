import { hash } from 'node:crypto';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  isAbstractType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { tellKept } from '../observing/steps.ts';
import { Lru } from './lru.ts';

/** Answers kept; a large page takes some half a megabyte, text included. */
const KEPT = 100;

/** Longer variables than a page is asked for with are not worth keeping. */
const LONGEST_KEY = 300;

type Data = NonNullable<ExecutionResult['data']>;

/** What one request asks, and what its root field came to. */
interface Asked {
  readonly key: string;
  known?: Data;
  value?: object;
}

const texts = new WeakMap<object, string>();
const fixed = new WeakSet<object>();

/** An answer as text: Apollo's own function adds a line break, and copies the whole text for it. */
export const textOf = (answer: FormattedExecutionResult): string => {
  const { data, errors, extensions } = answer;
  if (!data || errors || extensions || !fixed.has(data)) return JSON.stringify(answer);
  const known = texts.get(data);
  if (known !== undefined) return known;
  const text = JSON.stringify(answer);
  texts.set(data, text);
  return text;
};

/** An answer as it goes out. */
export interface SentAnswer {
  readonly body: string | Buffer;
  /** The mark by which a client asks whether the answer still stands; worked out when it is first asked for. */
  readonly etag: () => string;
}

const sent = new WeakMap<object, SentAnswer>();

/** An answer of this text; the mark is its digest, so that two servers, and one before and after a restart, give the same. */
export const answerOf = (text: string, body: string | Buffer = text): SentAnswer => {
  let etag: string | undefined;
  return { body, etag: () => (etag ??= `"${hash('sha256', text, 'base64url')}"`) };
};

/** An answer without errors, ready to be sent; of a remembered one the bytes and the mark are kept too. */
export const sentOf = (data: NonNullable<ExecutionResult['data']>): SentAnswer => {
  const known = sent.get(data);
  if (known) return known;
  const text = textOf({ data });
  if (!fixed.has(data)) return answerOf(text);
  const answer = answerOf(text, Buffer.from(text));
  sent.set(data, answer);
  return answer;
};

/** Whether all of the answer lies in the value of the one root field: nothing beneath it is resolved. */
const liesInOneValue = (schema: GraphQLSchema, document: DocumentNode): boolean => {
  const query = schema.getQueryType();
  const [operation, ...others] = document.definitions.filter(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return false;
  const [root, ...more] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD || more.length > 0 || (root.directives?.length ?? 0) > 0) return false;
  const field = query?.getFields()[root.name.value];
  if (operation.operation !== OperationTypeNode.QUERY || !field || isNonNullType(field.type)) return false;

  let plain = true;
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    Field() {
      const parent = types.getParentType();
      const resolved = types.getFieldDef()?.resolve !== undefined && parent !== query;
      if (!parent || isAbstractType(parent) || resolved) plain = false;
    },
  });
  visit(document, visitor);
  return plain;
};

/** Runs compiled operations of a schema, or remembers what they answered. */
export interface FixedAnswers {
  /** The schema to compile: its root fields tell what they came to. */
  readonly schema: GraphQLSchema;
  /** Whether all of an operation's answer lies in the value of its one root field. */
  readonly lies: (document: DocumentNode) => boolean;
  run(
    request: {
      readonly document: DocumentNode;
      readonly queryHash: string;
      readonly operationName: string | null;
      readonly context: object;
      readonly request: { readonly variables?: Readonly<Record<string, unknown>> };
    },
    execute: () => Promise<ExecutionResult>,
  ): Promise<ExecutionResult>;
}

/**
 * Remembers the answer to an operation that reads one value and nothing else, as long as the resolver gives that
 * very object: a resolver freezes a value to say that nothing in it ever changes. The resolver itself always runs,
 * and with it everything that decides what this viewer is given. Kept from the second time on.
 */
export const fixedAnswers = (open: GraphQLSchema): FixedAnswers => {
  const asking = new WeakMap<object, Asked>();
  const shapes = new WeakMap<DocumentNode, boolean>();
  const numbers = new WeakMap<object, number>();
  const answers = new Lru<Data>(KEPT);
  let last = 0;

  const met = (asked: Asked, value: object): object | null => {
    const number = numbers.get(value);
    if (number === undefined) {
      numbers.set(value, (last += 1));
      return value;
    }
    const known = answers.get(`${number} ${asked.key}`);
    if (!known) {
      asked.value = value;
      return value;
    }
    asked.known = known;
    return null;
  };
  type Resolve = GraphQLFieldResolver<unknown, object>;
  const watched =
    (resolve: Resolve): Resolve =>
    async (source, args: Parameters<Resolve>[1], context, info) => {
      const value: unknown = await resolve(source, args, context, info);
      const asked = asking.get(context);
      return asked && typeof value === 'object' && value && Object.isFrozen(value)
        ? met(asked, value)
        : value;
    };
  const schema = mapSchema(open, {
    [MapperKind.QUERY_ROOT_FIELD]: (config: GraphQLFieldConfig<unknown, object>) => ({
      ...config,
      resolve: watched(config.resolve ?? defaultFieldResolver),
    }),
  });

  const lies = (document: DocumentNode): boolean => {
    const known = shapes.get(document) ?? liesInOneValue(open, document);
    shapes.set(document, known);
    return known;
  };

  return {
    schema,
    lies,
    async run({ document, queryHash, operationName, context, request }, execute) {
      const isOne = lies(document);
      // As they came: coerced ones may hold what JSON can not say.
      const written = isOne ? JSON.stringify(request.variables ?? {}) : '';
      if (!isOne || written.length > LONGEST_KEY) return execute();

      const asked: Asked = { key: `${queryHash} ${operationName ?? ''} ${written}` };
      asking.set(context, asked);
      const result = await execute();
      tellKept(asked.known !== undefined);
      if (asked.known) return { data: asked.known };
      if (asked.value && result.data && !result.errors) {
        fixed.add(result.data);
        answers.set(`${numbers.get(asked.value) ?? 0} ${asked.key}`, result.data);
      }
      return result;
    },
  };
};
