import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProvider } from '../src/open-provider.ts';
import type { SignInSettings } from '../src/sign-in-settings.ts';
import { StartFault } from '../src/start-fault.ts';

let folder: string;
let secretFile: string;
let server: Server;
let issuer: string;
let metadata: Readonly<Record<string, unknown>> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradeledger-open-provider-'));
  secretFile = join(folder, 'secret');
  server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(metadata));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => writeFile(secretFile, 'a secret\n', { mode: 0o600 }));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  await rm(folder, { recursive: true });
});

const settings = (more: { issuer?: string; secretFile?: string } = {}): SignInSettings => ({
  stepUpSeconds: 900,
  provider: {
    issuer,
    secretFile,
    clientId: 'journal',
    redirectUrl: 'http://127.0.0.1:1/provider/callback',
    returnUrl: 'http://127.0.0.1:1/',
    claim: 'sub',
    acr: null,
    ...more,
  },
});
const flow = () => ({ authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` });

describe('a server with an identity provider', () => {
  it('starts without one where none is named', async () => {
    expect(await openProvider({ stepUpSeconds: 900, provider: null })).toBeNull();
  });

  it('does not start without its secret, or with one that others can read', async () => {
    const nowhere = join(folder, 'nowhere');
    await expect(openProvider(settings({ secretFile: nowhere }))).rejects.toThrow(
      new StartFault(`OIDC_CLIENT_SECRET_FILE names ${nowhere}, and there is no such file.`),
    );
    await writeFile(secretFile, ' \n');
    await expect(openProvider(settings())).rejects.toThrow('holds no secret.');
    await chmod(secretFile, 0o644);
    await expect(openProvider(settings())).rejects.toThrow(/may be read by its owner alone: run chmod 600/u);
    await chmod(secretFile, 0o600);
  });

  it('does not start with a provider that calls itself otherwise, or cannot keep a code safe', async () => {
    metadata = { issuer: 'https://somebody.else.example', ...flow() };
    await expect(openProvider(settings())).rejects.toThrow(
      `OIDC_ISSUER names ${issuer}, which does not answer as that OpenID provider.`,
    );
    metadata = { issuer, ...flow(), code_challenge_methods_supported: ['plain'] };
    await expect(openProvider(settings())).rejects.toThrow('does not offer PKCE with S256.');
    metadata = { issuer };
    await expect(openProvider(settings())).rejects.toThrow('offers no authorization code flow.');
  });

  it('starts while the provider is out of reach, and asks it again later', async () => {
    const gone = createServer();
    gone.listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    const opened = await openProvider(settings({ issuer: `http://127.0.0.1:${port}` }));
    await expect(opened?.discover()).rejects.toThrow();
    metadata = { issuer, ...flow(), code_challenge_methods_supported: ['S256'] };
    expect((await openProvider(settings()))?.settings.clientSecret).toBe('a secret');
  });
});
