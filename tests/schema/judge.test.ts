import { buildSchema, isObjectType, Kind, parse, type GraphQLSchema } from 'graphql';
import type { AccessPolicy } from '../../schema/access.ts';
import { judge, type Verdict } from '../../schema/operation-access.ts';
import { contextOf } from '../support/example-viewer.ts';

const withPolicies = (policies: Readonly<Record<string, AccessPolicy>>): GraphQLSchema => {
  const schema = buildSchema(`
    type Query { any: [Titled!] one: Page }
    interface Titled { title: String }
    type Page implements Titled { title: String }
    type Trail implements Titled { title: String }
  `);
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields()))
        field.extensions = { access: policies[`${type.name}.${field.name}`] ?? 'public' };
  return schema;
};

const schema = withPolicies({
  'Page.title': { capability: 'gradebook.read' },
  'Trail.title': { capability: 'auditTrail.read' },
});
const judged = judge(schema);

const verdict = (role: Parameters<typeof contextOf>[0], text: string): Verdict => {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation was expected');
  return judged(document, operation, contextOf(role).viewer);
};

describe('the verdict on an operation', () => {
  it.each([
    ['teacher', '{ any { title } }', { forbidden: [], open: false }],
    ['auditor', '{ any { title } }', { forbidden: [], open: true }],
    ['student', '{ any { title } }', { forbidden: ['Titled.title'], open: false }],
    ['teacher', '{ any { ... on Page { title } } }', { forbidden: [], open: true }],
    ['teacher', '{ any { ... on Trail { title } } }', { forbidden: ['Trail.title'], open: false }],
    ['teacher', '{ one { ... on Titled { title } } }', { forbidden: [], open: false }],
    ['teacher', '{ any { ... { title } } }', { forbidden: [], open: false }],
    [
      'teacher',
      '{ ...R } fragment R on Query { any { ...T } } fragment T on Trail { title }',
      { forbidden: ['Trail.title'], open: false },
    ],
    ['teacher', '{ any { __typename } }', { forbidden: [], open: true }],
    ['student', '{ any { title @include(if: false) } }', { forbidden: ['Titled.title'], open: false }],
  ] as const)('of a %s who asks %s', (role, text, expected) => {
    expect(verdict(role, text)).toEqual(expected);
  });

  it('is another for another set of capabilities, of the same document', () => {
    const document = parse('{ one { title } }');
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation was expected');
    const open = (['teacher', 'student', null, 'teacher'] as const).map(
      (role) => judged(document, operation, contextOf(role).viewer).open,
    );
    expect(open).toEqual([true, false, false, true]);
  });
});
