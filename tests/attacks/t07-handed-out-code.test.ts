import { randomUUID } from 'node:crypto';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T07: an administrator lets themselves in as a teacher, and writes as them. It can be done, as with any key that
 * somebody hands out; it can not be done unseen, and no password comes into other hands by it.
 */
let served: ServedHouse;
let college: College;
beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

describe('attack T07: an administrator who signs in as a teacher', () => {
  it('learns no password and chooses none: what is made for another is a code, and opens once', async () => {
    const mutations = buildGradeLedgerSchema().getMutationType()?.getFields() ?? {};
    const withPasswords = Object.values(mutations).filter(({ args }) =>
      args.some(({ name }) => /password/iu.test(name)),
    );
    expect(withPasswords.map(({ name }) => name).sort()).toEqual([
      'changeOwnPassword',
      'setOwnPassword',
      'signInWithPassword',
      'stepUp',
    ]);
    expect(withPasswords.flatMap(({ args }) => args.filter(({ name }) => name === 'accountId'))).toEqual([]);

    const code = await codeFor(college.as('administrator'), college.accounts.colleague);
    await signIn(served.origin, code);
    await expect(signIn(served.origin, code)).rejects.toThrow(/unknown, used or expired/u);
  });

  it('is named beside everything that is written soon after, with how and when the writer had proved who they were', async () => {
    const { accounts, journals, lessons, students } = college;
    const thief = await signIn(served.origin, await codeFor(college.as('administrator'), accounts.teacher));
    const lesson = { journalId: journals.algebra, lessonId: lessons.yesterday };
    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Числа' };
    await thief.do('conductLesson', held);
    const mark = { ...lesson, studentId: students.petrov, workType: 'TEST', value: '5' };
    expect((await thief.do('recordMark', mark)).accepted).toBe(true);

    const found = await college.as('auditor').read(
      `{ markChanges(standsOut: AFTER_CREDENTIAL_RESET, from: "2026-11-01", until: "2026-11-30") {
        changes { nodes { codeIssuedBy { id } entry { to provedBy provedAt actor { id } } } } } }`,
    );
    expect(found).toMatchObject({
      markChanges: {
        changes: {
          nodes: expect.arrayContaining([
            {
              codeIssuedBy: { id: accounts.administrator },
              entry: {
                to: '5',
                provedBy: 'CODE',
                provedAt: expect.any(String) as unknown,
                actor: { id: accounts.teacher },
              },
            },
          ]) as unknown,
        },
      },
    });
  });

  it('can not say that it was never handed out: the code stands in the trail before what was done with it', async () => {
    const { auditTrail } = await college.as('auditor').read(
      `query ($account: ID!) { auditTrail(filter: { kinds: [SIGN_IN_CODE_ISSUED], accountId: $account }, first: 1) {
        nodes { actor { id } } } }`,
      { account: college.accounts.teacher },
    );
    expect(auditTrail).toEqual({ nodes: [{ actor: { id: college.accounts.administrator } }] });
  });

  it('does not get round the proof that grave commands ask for: a code for oneself makes no session younger', async () => {
    const id = randomUUID();
    const { renewOwnSignInCode } = await college
      .as('administrator')
      .read('mutation ($id: UUID!) { renewOwnSignInCode(commandId: $id) { code userErrors { code } } }', {
        id,
      });
    const { code } = renewOwnSignInCode as { readonly code: string };
    const again = await signIn(served.origin, code);
    const provedAt = '{ sessions { isThisOne authenticatedAt } }';
    const times = [];
    for (const client of [college.as('administrator'), again]) {
      const { sessions } = await client.read(provedAt);
      const own = (sessions as { isThisOne: boolean; authenticatedAt: string }[]).find((s) => s.isThisOne);
      times.push(own?.authenticatedAt);
    }
    expect(times[1]).toBe(times[0]);
  });
});
