import { foundCollege, type College } from '../support/college.ts';
import { ApiClient } from '../support/api-client.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { codeOf, setPassword, tryPassword } from '../support/signing-in.ts';

const PASSWORD = 'семь синих слонов спят';

let served: ServedHouse;
let college: College;
let name: string;
beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  name = await setPassword(college.as('teacher'), PASSWORD);
});
afterAll(() => served.close());

describe('guessing a password (attack T01)', () => {
  it('by many aliases in one operation is one guess too many: it does not run', async () => {
    const guesses = Array.from(
      { length: 2 },
      (_, i) => `g${i}: signInWithPassword(name: "${name}", password: "${PASSWORD}") { token }`,
    );
    const mixed = [guesses[0], 'c: signIn(code: "x") { token }'];
    for (const fields of [guesses, mixed]) {
      const answer = await new ApiClient(served.origin).query(`mutation { ${fields.join(' ')} }`);
      expect(codeOf(answer)).toBe('QUERY_TOO_COMPLEX');
      expect(answer.data ?? null).toBeNull();
    }
  });

  it('one after the other gives five answers a minute, and then not even the right one', async () => {
    const answers: string[] = [];
    for (let i = 0; i < 5; i += 1)
      answers.push(codeOf(await tryPassword(served.origin, name, `wrong guess ${i}`)));
    expect(new Set(answers)).toEqual(new Set(['UNAUTHENTICATED']));
    const right = await tryPassword(served.origin, name, PASSWORD);
    expect([right.status, codeOf(right)]).toEqual([429, 'RATE_LIMITED']);
    expect(right.errors?.[0]?.extensions?.['retryAfter']).toBeGreaterThan(0);
  });

  it('all at once gives no more', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => tryPassword(served.origin, 'aaaaaaaaaa', `guess number ${i}`)),
    );
    expect(answers.map(codeOf).filter((code) => code === 'UNAUTHENTICATED').length).toBeLessThanOrEqual(5);
  });

  it('does not lock its holder out: codes open as before', async () => {
    expect(codeOf(await college.as('teacher').query('{ viewer { roles } }'))).toBe('ok');
  });
});
