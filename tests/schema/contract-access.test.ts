import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { createApollo } from '../../src/server/apollo.ts';
import { ROLES } from '../../src/policies/access.ts';
import type { AccessContext } from '../../schema/access.ts';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { secure } from '../../schema/secure.ts';
import { judge } from '../../schema/operation-access.ts';
import { preparing } from '../../src/server/live/prepared.ts';
import { declared, observed, observedLive } from '../support/access-oracle.ts';
import { everyField, everyLiveField } from '../support/every-field.ts';
import { contextOf } from '../support/example-viewer.ts';
import { stubbed } from '../support/stubbed.ts';

const contract = buildGradeLedgerSchema();

it('the contract understands the sign-in that the GraphiQL page sends', () => {
  const page = readFileSync(new URL('../../src/server/graphiql/start.mjs', import.meta.url), 'utf8');
  const [, mutation = ''] = /'(mutation SignIn.*)'/u.exec(page) ?? [];
  expect(validate(contract, parse(mutation))).toEqual([]);
});

describe.each(['jit', 'graphql-js'] as const)(
  'run by %s, every field of the contract answers as declared:',
  (executor) => {
    const schema = secure(stubbed(contract));
    const fields = everyField(schema);
    const server = createApollo<AccessContext>({
      schema,
      executor,
      introspection: false,
      report: () => undefined,
    });

    beforeAll(() => server.start());
    afterAll(() => server.stop());

    it.each([null, ...ROLES])('%s', async (role) => {
      const context = () => contextOf(role);
      const wrong: unknown[] = [];
      for (const field of fields) {
        const expected = declared(field, context().viewer);
        const outcome = await observed(server, field, context());
        if (JSON.stringify(outcome) !== JSON.stringify(expected))
          wrong.push({ field: field.coordinate, outcome, expected });
      }
      expect(fields.length).toBeGreaterThan(50);
      expect(wrong).toEqual([]);
    });
  },
);

describe('every field that a subscription can tell of answers as declared:', () => {
  const schema = secure(stubbed(contract));
  const fields = everyLiveField(schema);
  const prepare = preparing({
    schema,
    judged: judge(schema),
    introspection: false,
    documents: { only: false, byHash: new Map() },
  });

  it.each([null, ...ROLES])('%s', async (role) => {
    const wrong: unknown[] = [];
    for (const field of fields) {
      const expected = declared(field, contextOf(role).viewer);
      const outcome = await observedLive(schema, prepare, field, contextOf(role));
      if (JSON.stringify(outcome) !== JSON.stringify(expected))
        wrong.push({ field: field.coordinate, outcome, expected });
    }
    expect(fields.map(({ coordinate }) => coordinate)).toEqual(
      expect.arrayContaining([
        'Subscription.gradebookChanged',
        'GradebookChange.cells',
        'AuditEntry.position',
      ]),
    );
    expect(wrong).toEqual([]);
  });
});
