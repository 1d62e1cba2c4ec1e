import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenIdProvider, { type Configuration } from 'oidc-provider';

/** A real OpenID provider on this machine: who signs in there says who they are, and is believed. */
export interface TestProvider {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

/** What the provider knows of its client. */
export interface TestClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUrl: string;
  readonly returnUrl: string;
}

/** The claim that says what a member of the college is called there, whatever they call themselves. */
export const claimOf = (subject: string): string => `person-of-${subject}`;

const configuration = ({ id, secret, redirectUrl, returnUrl }: TestClient): Configuration => ({
  clients: [
    {
      client_id: id,
      client_secret: secret,
      redirect_uris: [redirectUrl],
      post_logout_redirect_uris: [returnUrl],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  cookies: { keys: ['of a test'] },
  claims: { openid: ['sub', 'college_number'] },
  conformIdTokenClaims: false,
  findAccount: (_, accountId) => ({
    accountId,
    claims: () => ({ sub: accountId, college_number: claimOf(accountId) }),
  }),
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
});

/** Starts a provider for one client; the client's own server may not listen yet. */
export const identityProvider = async (client: TestClient): Promise<TestProvider> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const answer = new OpenIdProvider(issuer, configuration(client)).callback();
  server.on('request', (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
