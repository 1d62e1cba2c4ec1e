import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isInputObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/** Attack T24: a client says itself when something was entered. */
const CLOCKS = new Set(['Instant', 'DateTime', 'DateTimeISO', 'Timestamp']);

/** Every value that a mutation takes from a client, however deep, by its path. */
const writable = (): readonly { readonly path: string; readonly type: string; readonly text: string }[] => {
  const found: { path: string; type: string; text: string }[] = [];
  const walk = (
    path: string,
    {
      type,
      description,
    }: Pick<GraphQLArgument | GraphQLInputField, 'description'> & { type: GraphQLInputType },
    within: readonly string[],
  ): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) {
      found.push({ path, type: named.name, text: description ?? '' });
      return;
    }
    if (within.includes(named.name)) return;
    for (const field of Object.values(named.getFields()))
      walk(`${path}.${field.name}`, field, [...within, named.name]);
  };
  for (const mutation of Object.values(buildGradeLedgerSchema().getMutationType()?.getFields() ?? {}))
    for (const argument of mutation.args) walk(`${mutation.name}.${argument.name}`, argument, []);
  return found;
};

describe('attack T24: what a client may write', () => {
  const values = writable();

  it('is no instant anywhere: no argument of any mutation is a point in time', () => {
    expect(values.length).toBeGreaterThan(500);
    // A filter names instants of what was recorded long ago: it asks, and says when nothing was.
    const asks = /^exportAuditTrails?\.inputs?\.filter\./u;
    const said = values.filter(({ path }) => !asks.test(path));
    expect(said.filter(({ type }) => CLOCKS.has(type))).toEqual([]);
    const named = /(^|\.)(at|now|timestamp|recordedAt|createdAt|enteredAt|clock|zone)$/iu;
    expect(said.filter(({ path }) => named.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('is days and times of day only where the field says what day it is', () => {
    const days = values.filter(({ type }) => type === 'LocalDate' || type === 'LocalTime');
    expect(days.length).toBeGreaterThan(20);
    expect(days.filter(({ text }) => text.trim() === '').map(({ path }) => path)).toEqual([]);
    const marks = days.filter(({ path }) => /^(record|correct|withdraw)Marks?\./u.test(path));
    expect(marks).toEqual([]);
  });
});

describe('attack T24: over HTTP', () => {
  let served: ServedHouse;
  let college: College;
  beforeAll(async () => {
    served = await serveHouse();
    college = await foundCollege(served);
  });
  afterAll(() => served.close());

  it.each(['at', 'recordedAt', 'givenOn', 'occurredOn', 'source', 'actor'])(
    'a mark that brings its own `%s` is malformed, and nothing is written',
    async (field) => {
      const head = await served.house.log.head(college.id);
      const input = {
        ...{ journalId: college.journals.algebra, lessonId: college.lessons.old },
        ...{ studentId: college.students.ivanova, workType: 'CONTROL', value: '5' },
        [field]: '2026-10-06T08:00:00.000Z',
      };
      const { errors } = await college
        .as('teacher')
        .query(
          `mutation ($id: UUID!, $input: RecordMarkInput!) { recordMark(commandId: $id, input: $input) { accepted } }`,
          { id: randomUUID(), input },
        );
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      expect(await served.house.log.head(college.id)).toBe(head);
    },
  );

  it('what is written has the time of the server', async () => {
    const { auditTrail } = await college
      .as('auditor')
      .read('{ auditTrail(first: 1) { nodes { recordedAt } } }');
    const [latest] = (auditTrail as { readonly nodes: readonly { readonly recordedAt: string }[] }).nodes;
    expect((latest?.recordedAt ?? '') <= college.clock.now).toBe(true);
  });
});
