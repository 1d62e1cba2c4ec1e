import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Values for an argument or an input field that is named so; nothing: it is left out. */
export type Supply = (question: string, name: string, type: GraphQLInputType) => readonly unknown[];

/** A field with what is selected beneath it. */
export interface Selected {
  readonly field: string;
  /** The object type it is read of, where the parent may be several. */
  readonly on: string | null;
  readonly beneath: readonly Selected[];
}

/** A question: a root field with its arguments, and everything that may be selected beneath. */
export interface Question {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly types: Readonly<Record<string, string>>;
  readonly beneath: readonly Selected[];
}

const DEPTH = 6;

/** Verdicts are decisions, and have tests of their own. */
const isVerdict = ({ name }: GraphQLNamedType): boolean => name === 'CommandVerdicts' || name.endsWith('Can');

type May = (field: GraphQLField<unknown, unknown>) => boolean;

const selectable = (field: GraphQLField<unknown, unknown>, may: May): boolean =>
  may(field) && !field.args.some(isRequiredArgument) && !isVerdict(getNamedType(field.type));

const objectsOf = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];

/** Everything beneath a type down to the depth, as far as the fields may be asked for. */
const beneath = (
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  may: May,
  depth: number,
): readonly Selected[] => {
  const objects = objectsOf(schema, type);
  return objects.flatMap((object) =>
    Object.values(object.getFields()).flatMap((field): readonly Selected[] => {
      if (!selectable(field, may)) return [];
      const on = isAbstractType(type) ? object.name : null;
      const target = getNamedType(field.type);
      if (isLeafType(target)) return on === null ? [{ field: field.name, on, beneath: [] }] : [];
      const deeper = depth < DEPTH ? beneath(schema, target, may, depth + 1) : [];
      return deeper.length > 0 ? [{ field: field.name, on, beneath: deeper }] : [];
    }),
  );
};

/** The values of a type: of an input object, the required fields with one of the others at a time. */
const valuesOf = (
  question: string,
  name: string,
  type: GraphQLInputType,
  supply: Supply,
): readonly unknown[] => {
  const given = supply(question, name, type);
  if (given.length > 0) return given;
  if (isNonNullType(type)) return valuesOf(question, name, type.ofType, supply);
  if (isListType(type)) return valuesOf(question, name, type.ofType, supply).map((value) => [value]);
  if (isEnumType(type))
    return type
      .getValues()
      .slice(0, 1)
      .map((value) => value.name);
  if (!isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const required = fields.filter(isRequiredInputField);
  const base = Object.fromEntries(
    required.map((field) => [field.name, valuesOf(question, field.name, field.type, supply)[0]]),
  );
  const others = fields
    .filter((field) => field.name.endsWith('Id'))
    .flatMap((field) =>
      valuesOf(question, field.name, field.type, supply).map((value) => ({ ...base, [field.name]: value })),
    );
  return [base, ...others];
};

const product = (
  question: string,
  args: readonly GraphQLArgument[],
  supply: Supply,
): readonly Readonly<Record<string, unknown>>[] =>
  args
    .filter((arg) => isRequiredArgument(arg) || arg.name === 'filter' || arg.name.endsWith('Id'))
    .reduce<readonly Readonly<Record<string, unknown>>[]>(
      (sets, arg) => {
        const values = valuesOf(question, arg.name, arg.type, supply);
        const all = isRequiredArgument(arg) ? values : [undefined, ...values];
        return sets.flatMap((set) =>
          all.map((value) => (value === undefined ? set : { ...set, [arg.name]: value })),
        );
      },
      [{}],
    );

/** Every question that may be asked, with every set of arguments that can be supplied, down to the depth. */
export const everyQuestion = (schema: GraphQLSchema, may: May, supply: Supply): readonly Question[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const target = getNamedType(field.type);
    if (!may(field) || isVerdict(target)) return [];
    const selected = isLeafType(target) ? [] : beneath(schema, target, may, 2);
    if (!isLeafType(target) && selected.length === 0) return [];
    const types = Object.fromEntries(field.args.map((arg) => [arg.name, String(arg.type)]));
    return product(field.name, field.args, supply).map((args) => ({
      name: field.name,
      args,
      types,
      beneath: selected,
    }));
  });

const selection = (selected: readonly Selected[]): string =>
  selected
    .map(({ field, on, beneath: deeper }) => {
      const own = deeper.length > 0 ? `${field} { ${selection(deeper)} }` : field;
      return on === null ? own : `... on ${on} { ${own} }`;
    })
    .join(' ');

/** The document of a question. */
export const documentOf = ({ name, args, types, beneath: selected }: Question): string => {
  const names = Object.keys(args);
  const declared = names.map((arg) => `$${arg}: ${types[arg] ?? ''}`).join(', ');
  const passed = names.map((arg) => `${arg}: $${arg}`).join(', ');
  const field = `${name}${passed && `(${passed})`}${selected.length > 0 ? ` { ${selection(selected)} }` : ''}`;
  return `query ${declared && `(${declared})`} { ${field} }`;
};

/** The same question in parts, where it is more than may be asked at once; none where it cannot be smaller. */
export const partsOf = (question: Question): readonly Question[] => {
  const [only, ...others] = question.beneath;
  if (!only) return [];
  if (others.length > 0) {
    const middle = Math.ceil(question.beneath.length / 2);
    return [question.beneath.slice(0, middle), question.beneath.slice(middle)].map((part) => ({
      ...question,
      beneath: part,
    }));
  }
  return partsOf({ ...question, beneath: only.beneath }).map((part) => ({
    ...question,
    beneath: [{ ...only, beneath: part.beneath }],
  }));
};
