import { readConfig } from '../src/config.ts';
import { UNOBSERVED } from '../src/observing-settings.ts';
import { StartFault } from '../src/start-fault.ts';

describe('the configuration', () => {
  it('needs nothing from the operator', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: expect.stringMatching(/\/\.data$/) as string,
      observing: UNOBSERVED,
      databaseUrl: null,
      logUrl: null,
      roleUrls: {},
      demo: true,
      isProduction: false,
      signIn: { stepUpSeconds: 900, provider: null },
      trustedOnly: false,
      documentsDir: null,
      kekFile: null,
      isSignerBeside: true,
      webhooks: 'on',
      makeSignerKeys: true,
      signerFolder: expect.stringMatching(/\/\.data\/signer$/) as string,
    });
  });

  it('takes what the operator sets, and an empty value for none', () => {
    const environment = { PORT: '8080', HOST: '0.0.0.0', DATA_DIR: '/srv/data', DATABASE_URL: '' };
    expect(readConfig(environment)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/data',
      observing: UNOBSERVED,
      databaseUrl: null,
      logUrl: null,
      roleUrls: {},
      demo: true,
      isProduction: false,
      signIn: { stepUpSeconds: 900, provider: null },
      trustedOnly: false,
      documentsDir: null,
      kekFile: null,
      isSignerBeside: true,
      webhooks: 'on',
      makeSignerKeys: true,
      signerFolder: '/srv/data/signer',
    });
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ STEP_UP_MINUTES: '0' }, 'STEP_UP_MINUTES must be a whole number of minutes from 1 to 720.'],
    [{ WEBHOOKS: 'yes' }, 'WEBHOOKS must be on, off or loopback.'],
    [{ METRICS_PORT: '-1' }, 'METRICS_PORT must be a whole number from 0 to 65535.'],
    [{ LOG_LEVEL: 'debug' }, 'LOG_LEVEL must be info or warn.'],
    [{ READY_LAG_SECONDS: '0' }, 'READY_LAG_SECONDS must be a whole number of seconds from 1 to 86400.'],
    [
      { TRUSTED_PROXY: 'everybody' },
      'TRUSTED_PROXY must be a list of addresses or networks, such as 127.0.0.1,10.0.0.0/8.',
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' },
      'OTEL_EXPORTER_OTLP_ENDPOINT must be the http address of a collector of OTLP, such as http://127.0.0.1:4318.',
    ],
    [{ HOST: 'my host' }, 'HOST must be an address or a host name, such as 127.0.0.1.'],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    ],
    [
      { LOG_URL: 'postgres://db/log' },
      'LOG_URL must be the connection string of a KurrentDB, such as kurrentdb://user:password@host:2113?tls=true.',
    ],
  ])('says in one sentence what is wrong with %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(new StartFault(sentence));
  });

  const provider = {
    OIDC_ISSUER: 'https://id.college.example',
    OIDC_CLIENT_ID: 'journal',
    OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc',
    OIDC_REDIRECT_URL: 'https://journal.college.example/provider/callback',
    OIDC_RETURN_URL: 'https://college.example/journal',
  };

  it('takes an identity provider whole, matched by sub unless another claim is named', () => {
    expect(readConfig({ ...provider, STEP_UP_MINUTES: '5' }).signIn).toEqual({
      stepUpSeconds: 300,
      provider: {
        issuer: provider.OIDC_ISSUER,
        clientId: 'journal',
        secretFile: '/run/secrets/oidc',
        redirectUrl: provider.OIDC_REDIRECT_URL,
        returnUrl: provider.OIDC_RETURN_URL,
        claim: 'sub',
        acr: null,
      },
    });
  });

  it.each([
    [{ ...provider, OIDC_ISSUER: 'http://id.college.example' }, /^OIDC_ISSUER must be an https address/u],
    [{ ...provider, OIDC_CLIENT_ID: '' }, /^OIDC_CLIENT_ID must be set too/u],
    [{ OIDC_CLAIM: 'sub' }, /^OIDC_ISSUER must be set too.*\n.*\nOIDC_CLIENT_SECRET_FILE/u],
    [
      { ...provider, OIDC_CLIENT_SECRET_FILE: 'secret.txt' },
      /^OIDC_CLIENT_SECRET_FILE must be the absolute/u,
    ],
    [{ ...provider, OIDC_REDIRECT_URL: 'https://x.example/' }, /^OIDC_REDIRECT_URL must be .*callback/u],
    [{ ...provider, OIDC_RETURN_URL: 'javascript:alert(1)' }, /^OIDC_RETURN_URL must be an https address/u],
    [{ ...provider, OIDC_CLAIM: 'email' }, /^OIDC_CLAIM must name a claim.*e-mail addresses/u],
    [{ ...provider, OIDC_ACR: 'two words' }, /^OIDC_ACR must be one word/u],
  ])('says what is wrong with the provider %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });

  it('names every wrong value at once', () => {
    expect(() => readConfig({ PORT: '-1', HOST: '?' })).toThrow(/^PORT .+\.\nHOST .+\.$/);
  });
});
