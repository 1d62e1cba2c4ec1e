import type { GraphQLSchema } from 'graphql';
import { capabilitiesOf, ROLES, type Role } from '../src/policies/access.ts';
import { gate, isRedactable, policyOf, requiredBy, type AccessPolicy } from './access.ts';
import { objectTypes } from './secure.ts';

const inWords = (policy: AccessPolicy): string =>
  typeof policy === 'string' ? policy : requiredBy(policy).join(' or ');

const cell = (policy: AccessPolicy, role: Role): string => {
  if (gate(policy)({ capabilities: capabilitiesOf(role) })) return '+';
  return isRedactable(policy) ? 'null' : '';
};

const table = (rows: readonly (readonly string[])[]): string => {
  const widths =
    rows[0]?.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

/**
 * The access matrix of a schema as Markdown: every field, its policy, and what each role gets
 * (`+` the value, `null` a redaction, blank a refusal of the operation). Sorted, so that a grant is one line of a diff.
 */
export const accessTable = (schema: GraphQLSchema): string => {
  const rows = objectTypes(schema)
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        coordinate: `${type.name}.${field.name}`,
        policy: policyOf(field),
      })),
    )
    .sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1))
    .map(({ coordinate, policy }) =>
      policy === undefined
        ? [coordinate, 'MISSING', ...ROLES.map(() => '')]
        : [coordinate, inWords(policy), ...ROLES.map((role) => cell(policy, role))],
    );
  return `# Who may read what

Generated from the schema. \`+\` the role reads or calls it, \`null\` the field reads null and is listed in
\`extensions.redactions\`, blank the operation is refused. This is what a role may ever do; the scope of each
query decides on which pages, groups and students.

${table([['field', 'policy', ...ROLES], ...rows])}
`;
};
