import fc from 'fast-check';
import { globalId } from '../../schema/global-id.ts';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T20: a cursor or an id that its bearer was never given. A cursor is no more than a place in the log, and the
 * rows are asked for within the scope again: so whatever is forged is refused, or shows a part of what is seen anyway.
 */
interface Page {
  readonly nodes: readonly { readonly position: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const TRAIL = `query ($after: String, $filter: AuditFilter!) {
  auditTrail(first: 20, after: $after, filter: $filter) {
    nodes { position } pageInfo { hasNextPage endCursor } } }`;

let served: ServedHouse;
let college: College;
let neighbour: College;
let oracle: ReadonlySet<string>;

const ask = async (client: ApiClient, after: string | null, filter: object = {}) => {
  const { data, errors } = await client.query(TRAIL, { after, filter });
  return { page: (data?.['auditTrail'] ?? null) as Page | null, code: errors?.[0]?.extensions?.['code'] };
};

/** Every position that is reached by honest cursors, one after the other. */
const walked = async (client: ApiClient): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { page } = await ask(client, after);
    seen.push(...(page?.nodes ?? []).map(({ position }) => position));
    after = page?.pageInfo.endCursor ?? null;
    more = page?.pageInfo.hasNextPage ?? false;
  }
  return seen;
};

const forged = (text: string): string => Buffer.from(text, 'latin1').toString('base64url');

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  neighbour = await foundCollege(served);
  oracle = new Set(await walked(college.as('auditor')));
});
afterAll(() => served.close());

describe('attack T20: a forged cursor', () => {
  it('shows nothing that honest cursors do not show, and nothing from its own place on', async () => {
    expect(oracle.size).toBeGreaterThan(60);
    const position = fc.oneof(
      fc.bigInt({ min: 0n, max: BigInt(oracle.size) + 5n }),
      fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
    );
    await fc.assert(
      fc.asyncProperty(position, async (at) => {
        const { page } = await ask(college.as('auditor'), forged(String(at)));
        const positions = (page?.nodes ?? []).map((node) => node.position);
        expect(page).not.toBeNull();
        expect(positions.every((each) => oracle.has(each) && BigInt(each) < at)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('that is none at all is refused as a malformed input, whatever it tries', async () => {
    const attempts = [
      ...[
        '',
        '-1',
        '1e3',
        '0x10',
        ' 5',
        '5\n',
        '１２',
        '9'.repeat(19),
        '1; DROP TABLE log.event',
        "1' OR '1'='1",
      ],
      ...['5\u0000', 'NaN', 'null', '[1]', '{"position":1}'],
    ].map(forged);
    const texts = fc.oneof(
      fc.constantFrom(...attempts, '🂡', '%00', '../../etc', 'A'.repeat(5000)),
      fc.string({ maxLength: 40 }),
      fc.uint8Array({ maxLength: 24 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (after) => {
        const isNumber = /^\d{1,18}$/u.test(Buffer.from(after, 'base64url').toString('latin1'));
        const { page, code } = await ask(college.as('auditor'), after);
        expect(isNumber ? page : code).toEqual(isNumber ? expect.anything() : 'BAD_USER_INPUT');
      }),
      { numRuns: 60 },
    );
  });

  it('from another college is a place in the own log and no more', async () => {
    const { page: foreign } = await ask(neighbour.as('auditor'), null);
    const { page } = await ask(college.as('auditor'), foreign?.pageInfo.endCursor ?? '');
    const positions = (page?.nodes ?? []).map((node) => node.position);
    expect(positions.length).toBeGreaterThan(0);
    expect(positions.every((each) => oracle.has(each))).toBe(true);
  });

  it('does not open the trail to who may not read it', async () => {
    for (const person of ['teacher', 'curator', 'ivanova', 'mother', 'deputy'] as const)
      expect(await ask(college.as(person), forged('50'))).toMatchObject({ page: null, code: 'FORBIDDEN' });
  });
});

describe('attack T20: a forged id in a filter', () => {
  it('of another college finds nothing, as one of nobody', async () => {
    for (const filter of [
      { studentId: neighbour.students.ivanova },
      { journalId: neighbour.journals.algebra },
      { lessonId: neighbour.lessons.old },
      { groupId: neighbour.groups.first },
      { actorId: neighbour.accounts.teacher },
      { accountId: neighbour.accounts.teacher },
      { onBehalfOfId: neighbour.students.ivanova },
      { session: 'somebody’s' },
      { commandId: '00000000-0000-4000-8000-000000000000' },
      { correlationId: '00000000-0000-4000-8000-000000000000' },
      { grantId: globalId('EditWindowGrant', '00000000-0000-4000-8000-000000000000') },
      { outageId: globalId('Outage', '00000000-0000-4000-8000-000000000000') },
    ])
      expect((await ask(college.as('auditor'), null, filter)).page?.nodes).toEqual([]);
  });

  it('of another type is a malformed input', async () => {
    for (const filter of [
      { studentId: college.journals.algebra },
      { lessonId: college.students.ivanova },
      { grantId: college.lessons.old },
      { actorId: 'QWNjb3VudDox' },
    ])
      expect(await ask(college.as('auditor'), null, filter)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
