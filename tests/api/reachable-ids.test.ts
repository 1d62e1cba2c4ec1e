import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let administrator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
});
afterAll(() => served.close());

const GUARDIANSHIPS = `query ($accountId: ID, $studentId: ID) {
  guardianships(accountId: $accountId, studentId: $studentId) {
    id accountId account { id } student { id } until delegations { id accountId rights until } } }`;

interface GuardianshipAnswer {
  readonly id: string;
  readonly accountId: string;
  readonly until: string | null;
  readonly delegations: readonly { readonly id: string; readonly accountId: string }[];
}

const guardianships = async (of: object): Promise<readonly GuardianshipAnswer[]> =>
  (await administrator.read(GUARDIANSHIPS, { ...of }))['guardianships'] as readonly GuardianshipAnswer[];

describe('what an act has to name', () => {
  it('R-ROLE-10: a guardianship and what was handed on of it are found by the office, and ended', async () => {
    const { students, accounts } = college;
    const { id: accountId } = await administrator.do('openAccount', { holder: 'GUARDIAN', name: 'Бабушка' });
    const [found] = await guardianships({ accountId: accounts.mother });
    expect(found).toMatchObject({ account: { id: accounts.mother }, student: { id: students.ivanova } });
    const rights = ['DIARY_READ'];
    await college.as('mother').do('grantGuardianDelegation', {
      accountId,
      guardianshipId: found?.id,
      rights,
    });
    const grandmother = await signIn(served.origin, await codeFor(administrator, accountId ?? ''));
    expect(await grandmother.read('{ viewer { students { id } } }')).toEqual({
      viewer: { students: [{ id: students.ivanova }] },
    });

    const [handedOn] = await guardianships({ studentId: students.ivanova, accountId: accounts.mother });
    expect(handedOn?.delegations).toMatchObject([{ accountId, rights, until: null }]);
    await administrator.do('revokeGuardianDelegation', {
      accountId,
      delegationId: handedOn?.delegations[0]?.id,
    });
    await administrator.do('endGuardianship', { accountId: accounts.mother, guardianshipId: handedOn?.id });
    const [ended] = await guardianships({ accountId: accounts.mother });
    expect(ended?.until).not.toBeNull();
    expect(ended?.delegations).not.toMatchObject([{ until: null }]);
  });

  it('is looked up for somebody named, by who sees accounts', async () => {
    const { errors } = await administrator.query(GUARDIANSHIPS);
    expect(errors).toMatchObject([{ message: 'Name one of these at least: accountId, studentId.' }]);
    const { students } = college;
    await expect(college.as('mother').read(GUARDIANSHIPS, { studentId: students.ivanova })).rejects.toThrow(
      'FORBIDDEN',
    );
  });

  it('R-SCH-06: the pages a timetable is made for are known to the scheduler, and nothing on them', async () => {
    const names = '{ journals { id group { name } courseUnit { title } teachers { name } } }';
    const { id } = await administrator.do('openAccount', { holder: 'STAFF', name: 'Лаборант' });
    const accountId = id ?? '';
    await administrator.do('grantRole', { accountId, role: 'SCHEDULER', order: '№ 5-к' });
    const scheduler = await signIn(served.origin, await codeFor(administrator, accountId));
    const { journals } = await scheduler.read(names);
    expect(journals).toContainEqual(expect.objectContaining({ id: college.journals.algebra }));
    await expect(
      scheduler.read('query ($id: ID!) { gradebook(journalId: $id) { revision } }', {
        id: college.journals.algebra,
      }),
    ).rejects.toThrow('FORBIDDEN');
  });

  it('R-PA-13: an attestation sheet names its students', async () => {
    const { attestationSheet } = await college
      .as('teacher')
      .read('query ($id: ID!) { attestationSheet(journalId: $id) { lines { studentId student { id } } } }', {
        id: college.journals.algebra,
      });
    const { lines } = attestationSheet as {
      readonly lines: readonly { readonly studentId: string; readonly student: { readonly id: string } }[];
    };
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.map(({ student }) => student.id)).toEqual(lines.map(({ studentId }) => studentId));
  });
});
