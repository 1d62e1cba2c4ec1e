import { Extensions } from 'type-graphql';
import {
  getNamedType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Purpose } from '../events/event.ts';
import { parseGlobalId } from './global-id.ts';

/** Declares that a field holds personal data, and why they are kept: whoever reads it can be recorded. */
export const Personal = (purpose: Purpose): PropertyDecorator & MethodDecorator =>
  Extensions({ personal: purpose });

/** The purpose declared on a field, where it is personal. */
const purposeOf = (field: Pick<GraphQLField<unknown, unknown>, 'extensions'>): Purpose | undefined =>
  field.extensions['personal'] as Purpose | undefined;

/** The object types with a personal field, by name. */
export const personalTypes = (schema: GraphQLSchema): ReadonlySet<string> =>
  new Set(
    Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => Object.values(type.getFields()).some((field) => purposeOf(field)))
      .map(({ name }) => name),
  );

/** What is noted while a request is answered: the objects with personal fields, by type, and whom they are about. */
export type Shown = Map<string, Set<string>>;

interface About {
  readonly id?: unknown;
  readonly studentId?: unknown;
  readonly studentUuid?: unknown;
  readonly student?: unknown;
  readonly row?: { readonly student?: unknown; readonly account?: unknown };
}

/** The types that are a person themselves. */
const PEOPLE: ReadonlySet<string> = new Set(['Account', 'Student']);

const uuidIn = (id: unknown): string | undefined =>
  typeof id === 'string' ? parseGlobalId(id)?.uuid : undefined;

/** Whom an object is about: a person by the id, anything else by the student it names, or else the account. */
const subjectOf = (type: string, { id, studentId, studentUuid, student, row }: About): string | undefined => {
  if (PEOPLE.has(type)) return uuidIn(id);
  const found = [studentUuid, student, row?.student, row?.account, uuidIn(studentId)].find(
    (value) => typeof value === 'string',
  );
  return typeof found === 'string' ? found : undefined;
};

/** Notes an object, or every object of a list. */
export const noteShown = (shown: Shown, type: string, value: unknown): void => {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value) noteShown(shown, type, one);
    return;
  }
  const subject = subjectOf(type, value);
  if (subject !== undefined) shown.getOrInsertComputed(type, () => new Set()).add(subject);
};

/** The personal fields that an operation reads, `Type.field`, and why each is kept. */
export type PersonalFields = ReadonlyMap<string, Purpose>;

/** Works out once for each document which personal fields it reads. */
export const personalReader = (schema: GraphQLSchema): ((document: DocumentNode) => PersonalFields) => {
  const known = new WeakMap<DocumentNode, PersonalFields>();
  const read = (document: DocumentNode): PersonalFields => {
    const found = new Map<string, Purpose>();
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field() {
          const [field, parent] = [types.getFieldDef(), types.getParentType()];
          const purpose = field ? purposeOf(field) : undefined;
          if (field && parent && purpose) found.set(`${getNamedType(parent).name}.${field.name}`, purpose);
        },
      }),
    );
    return found;
  };
  return (document) => {
    const fields = known.get(document) ?? read(document);
    known.set(document, fields);
    return fields;
  };
};
