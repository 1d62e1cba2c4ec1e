import { createApollo } from '../../src/server/apollo.ts';
import { ROLES } from '../../src/policies/access.ts';
import { gate, isRedactable, type AccessContext } from '../../schema/access.ts';
import { secure } from '../../schema/secure.ts';
import { declared, guardAlone, observed } from '../support/access-oracle.ts';
import { everyField } from '../support/every-field.ts';
import { unsecuredExample } from '../support/example-schema.ts';
import { contextOf } from '../support/example-viewer.ts';
import { stubbed } from '../support/stubbed.ts';

const schema = secure(stubbed(unsecuredExample()));
const fields = everyField(schema);

describe.each(['jit', 'graphql-js'] as const)(
  'R-PRJ-03, R-SEC-02: run by %s, every field answers each role as declared:',
  (executor) => {
    const server = createApollo<AccessContext>({
      schema,
      executor,
      introspection: false,
      report: () => undefined,
    });

    beforeAll(() => server.start());
    afterAll(() => server.stop());

    it('all fields of all types are reached', () => {
      expect(fields.map(({ coordinate }) => coordinate)).toEqual(
        expect.arrayContaining([
          'Entry.id',
          'Entry.kind',
          'Mark.history',
          'Mutation.recordMark',
          'Student.phone',
        ]),
      );
    });

    it.each([null, ...ROLES])('%s', async (role) => {
      for (const field of fields) {
        const context = contextOf(role);
        const outcome = await observed(server, field, context);
        expect({ field: field.coordinate, ...outcome }).toEqual({
          field: field.coordinate,
          ...declared(field, context.viewer),
        });
      }
    });
  },
);

describe('the guard on the fields, with no check before it,', () => {
  it.each([null, ...ROLES])('stops %s at the first field that is not theirs', async (role) => {
    for (const field of fields) {
      const context = contextOf(role);
      const expected = declared(field, context.viewer);
      const outcome = await guardAlone(schema, field, context);
      const denied = field.steps.find(({ policy }) => !gate(policy)(context.viewer));
      const refusal =
        denied && !isRedactable(denied.policy) ? (role ? 'FORBIDDEN' : 'UNAUTHENTICATED') : null;
      expect({ field: field.coordinate, read: outcome.read, code: outcome.code }).toEqual({
        field: field.coordinate,
        read: expected.read,
        code: refusal,
      });
      const stoppedAt = [...outcome.fields, ...outcome.redactions];
      expect(stoppedAt).toEqual(denied ? [denied.coordinate] : []);
    }
  });
});
