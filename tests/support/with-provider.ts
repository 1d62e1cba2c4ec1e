import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from './api.ts';
import type { ApiClient } from './api-client.ts';
import { passProvider, type Browser, type Page } from './browser.ts';
import { identityProvider, type TestProvider } from './identity-provider.ts';
import { serveHouse, type ServedHouse } from './served-house.ts';

/** Where the provider sends browsers; the test takes them from there to the server, whatever its port. */
export const REDIRECT_URL = 'http://localhost:9/provider/callback';

/** Where the server sends them on: the front end. */
export const RETURN_URL = 'http://localhost:9/journal';

/** The server with an identity provider of its own. */
export interface ServedProvider {
  readonly served: ServedHouse;
  readonly provider: TestProvider;
  readonly close: () => Promise<void>;
}

/** Serves a house and a provider that know each other. */
export const serveWithProvider = async (acr: string | null = null): Promise<ServedProvider> => {
  const folder = await mkdtemp(join(tmpdir(), 'gradeledger-oidc-'));
  const secretFile = join(folder, 'secret');
  const client = { id: 'journal', secret: randomBytes(24).toString('hex'), redirectUrl: REDIRECT_URL };
  await writeFile(secretFile, `${client.secret}\n`, { mode: 0o600 });
  const provider = await identityProvider({ ...client, returnUrl: RETURN_URL });
  const place = { issuer: provider.issuer, clientId: client.id, secretFile, acr };
  const urls = { redirectUrl: REDIRECT_URL, returnUrl: RETURN_URL, claim: 'college_number' };
  const served = await serveHouse({}, { signIn: { stepUpSeconds: 900, provider: { ...place, ...urls } } });
  return {
    served,
    provider,
    async close() {
      await served.close();
      await provider.close();
      await rm(folder, { recursive: true });
    },
  };
};

const isBack = (url: string): boolean => url.startsWith(REDIRECT_URL) || url.startsWith(RETURN_URL);

/** The address at the server that the provider's answer leads to. */
export const answerOf = async (
  browser: Browser,
  origin: string,
  subject: string,
  query = '',
): Promise<string> => {
  const { url } = await passProvider(browser, `${origin}/provider/sign-in${query}`, subject, isBack);
  return `${origin}/provider/callback${new URL(url).search}`;
};

/** What stands behind the `#` where an answer of the provider leads. */
export const brought = async (browser: Browser, answer: string): Promise<string> => {
  const page: Page = await browser.visit(answer, isBack);
  return new URL(page.url).hash.slice(1);
};

/** Goes to the provider and back as somebody; what stands behind the `#`. */
export const cameBack = async (
  browser: Browser,
  origin: string,
  subject: string,
  query = '',
): Promise<string> => await brought(browser, await answerOf(browser, origin, subject, query));

/** Makes a person of the provider the holder of an account: the whole answer. */
export const assign = (by: ApiClient, accountId: string, subject: string): Promise<Answer> =>
  by.query(
    `mutation ($id: UUID!, $accountId: ID!, $subject: Label!) {
      assignProviderIdentity(commandId: $id, accountId: $accountId, subject: $subject) { userErrors { code } } }`,
    { id: randomUUID(), accountId, subject },
  );

/** Ends that. */
export const release = (by: ApiClient, accountId: string): Promise<Answer> =>
  by.query(
    `mutation ($id: UUID!, $accountId: ID!) {
      releaseProviderIdentity(commandId: $id, accountId: $accountId) { userErrors { code } } }`,
    { id: randomUUID(), accountId },
  );
