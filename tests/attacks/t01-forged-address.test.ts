import { UNOBSERVED } from '../../src/observing-settings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

const SIGN_IN = 'mutation ($code: String!) { signIn(code: $code) { token } }';

/** More than the failures that one address is allowed within a minute. */
const MANY = 14;

/** What guesses are answered with, one after the other, each from where it says it comes. */
const guessed = async (
  { origin }: ServedHouse,
  forwardedFor: (i: number) => string,
): Promise<readonly unknown[]> => {
  const answers: unknown[] = [];
  for (let i = 0; i < MANY; i += 1) {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor(i) },
      body: JSON.stringify({ query: SIGN_IN, variables: { code: `guess ${i}` } }),
    });
    const { errors } = (await response.json()) as {
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    answers.push(errors?.[0]?.extensions.code);
  }
  return answers;
};

describe('guessing from addresses that are made up (attack T01)', () => {
  let served: ServedHouse;
  afterEach(() => served.close());

  it('gives no guess more: a header is nobody’s address', async () => {
    served = await serveHouse();
    const answers = await guessed(served, (i) => `203.0.113.${i}`);
    expect(answers.at(-1)).toBe('RATE_LIMITED');
  });

  it('gives none behind a trusted proxy either: what a client wrote before the proxy’s own word is not looked at', async () => {
    const observing = { ...UNOBSERVED, trustedProxies: ['127.0.0.1'] };
    served = await serveHouse({}, { observing });
    const forged = await guessed(served, (i) => `203.0.113.${i}, 198.51.100.7`);
    expect(forged.at(-1)).toBe('RATE_LIMITED');
    // Somebody else behind the same proxy is not held up.
    const [other] = await guessed(served, () => '198.51.100.8');
    expect(other).not.toBe('RATE_LIMITED');
  });
});
