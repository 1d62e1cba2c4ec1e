import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let administrator: ApiClient;
let director: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
  director = college.as('director');
});
afterAll(() => served.close());

const LIST = `query ($filter: ErasureFilter!, $at: Position) { erasures(filter: $filter, minPosition: $at) { nodes {
  id state subjectKind requestedBy document declinedBasis askedBy { name } student { id familyName isErased }
  approvals { by { name } } terms { purpose dueOn basis destroyedAt } } } }`;
const ACT = `query ($id: ID!) { erasureAct(erasureId: $id) { operator subjectKind subject system method keptUntil text
  destroyed { purpose basis } events { kind position leafHash } } }`;

interface Listed {
  readonly nodes: readonly {
    readonly id: string;
    readonly state: string;
    readonly terms: readonly object[];
  }[];
}

const list = async (client: ApiClient, filter: object = {}) =>
  ((await client.read(LIST, { filter }))['erasures'] as Listed).nodes;

describe('the destruction of a student’s data', () => {
  const asked = () => ({
    subjectKind: 'STUDENT',
    subjectId: college.students.petrov,
    purposes: ['IDENTITY', 'SPECIAL', 'CONTACT'],
    requestedBy: 'SUBJECT',
    document: 'вх. № 12 от 20.11.2026',
  });

  it('is refused for the name of who studies, with the basis it is kept on', async () => {
    const { accepted, userErrors } = await administrator.do('requestErasure', {
      ...asked(),
      purposes: ['IDENTITY'],
    });
    expect(accepted).toBe(false);
    expect(userErrors).toMatchObject([
      { code: 'RETENTION_NOT_OVER', parameter: 'personalData.identityYears' },
    ]);
    expect(userErrors[0]?.facts).toContainEqual({ name: 'basis', value: 'studying' });
  });

  it('goes from the request over two persons to null and a label, in every answer', async () => {
    const student = college.students.petrov;
    await administrator.do('recordContacts', {
      accountId: college.accounts.petrov,
      email: 'petrov@example.org',
      phone: '+79120000000',
    });
    await college.as('deputy').do('expelStudent', {
      studentId: student,
      on: '2026-11-19',
      reason: 'По собственному желанию',
      order: { number: '9-с', date: '2026-11-19' },
    });
    const { id } = await administrator.do('requestErasure', asked());
    const [first] = await list(administrator, { studentId: student });
    expect(first).toMatchObject({
      id,
      state: 'SCHEDULED',
      student: { familyName: 'Фамилия-petrov', isErased: false },
    });
    expect(first?.terms).toMatchObject([
      { purpose: 'IDENTITY', dueOn: '2031-11-20', basis: 'AFTER_STUDIES', destroyedAt: null },
      { purpose: 'SPECIAL', dueOn: '2026-11-20', basis: 'NO_LONGER_NEEDED', destroyedAt: null },
      { purpose: 'STAFF', dueOn: '2031-11-20', basis: 'AFTER_STUDIES', destroyedAt: null },
      { purpose: 'CONTACT', basis: 'CONSENT_WITHDRAWN', destroyedAt: expect.any(String) as string },
    ]);

    expect((await administrator.do('approveErasure', { erasureId: id })).accepted).toBe(true);
    const again = await administrator.do('approveErasure', { erasureId: id });
    expect(again.userErrors).toMatchObject([{ code: 'SECOND_PERSON_REQUIRED' }]);
    expect((await director.do('approveErasure', { erasureId: id })).events).toMatchObject([
      { kind: 'ERASURE_APPROVED' },
      { kind: 'SUBJECT_KEY_DESTROYED' },
    ]);
    const early = await director.do('approveErasure', { erasureId: id });
    expect(early.userErrors).toMatchObject([{ code: 'RETENTION_NOT_OVER' }]);

    college.clock.now = '2031-11-20T07:00:00.000Z';
    await administrator.do('approveErasure', { erasureId: id });
    await director.do('approveErasure', { erasureId: id });
    const [done] = await list(director, { state: 'DESTROYED' });
    expect(done).toMatchObject({ id, student: { familyName: null, isErased: true } });
    const { erasureAct } = await college.as('auditor').read(ACT, { id });
    expect(erasureAct).toMatchObject({
      subjectKind: 'STUDENT',
      keptUntil: '2034-11-20',
      destroyed: [
        { purpose: 'IDENTITY' },
        { purpose: 'SPECIAL' },
        { purpose: 'STAFF' },
        { purpose: 'CONTACT' },
      ],
    });
    const { text, events } = erasureAct as { text: string; events: readonly { kind: string }[] };
    expect(text).toContain('АКТ об уничтожении персональных данных');
    expect(text).toContain('вх. № 12 от 20.11.2026');
    expect(text).not.toContain('petrov');
    expect(events.filter(({ kind }) => kind === 'SUBJECT_KEY_DESTROYED')).toHaveLength(4);
  });

  it('is nobody’s business but the administration’s and the auditor’s', async () => {
    for (const who of ['teacher', 'curator', 'ivanova', 'mother'] as const) {
      const { errors } = await college.as(who).query(LIST, { filter: {} });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('taking back the consent to keep contacts', () => {
  it('takes nobody but the person, and leaves nothing of them', async () => {
    const accountId = college.accounts.mother;
    await administrator.do('recordContacts', { accountId, email: 'mother@example.org', phone: null });
    const { accepted } = await college.as('mother').do('withdrawContactConsent', { accountId });
    expect(accepted).toBe(true);
    const { pool } = served.readModels;
    const { rows } = await pool.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM read.person_account t WHERE t::text LIKE '%mother@example.org%'`,
    );
    expect(rows).toEqual([{ found: 0 }]);
    const other = await college.as('father').do('withdrawContactConsent', { accountId });
    expect(other.userErrors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
  });
});
