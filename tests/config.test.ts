import { readConfig } from '../src/config.ts';
import { StartFault } from '../src/start-fault.ts';

describe('the configuration', () => {
  it('needs nothing from the operator', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: expect.stringMatching(/\/\.data$/) as string,
      databaseUrl: null,
      logUrl: null,
      roleUrls: {},
      demo: true,
      isProduction: false,
      signIn: { stepUpSeconds: 900 },
      trustedOnly: false,
      documentsDir: null,
      kekFile: null,
      isSignerBeside: true,
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
      databaseUrl: null,
      logUrl: null,
      roleUrls: {},
      demo: true,
      isProduction: false,
      signIn: { stepUpSeconds: 900 },
      trustedOnly: false,
      documentsDir: null,
      kekFile: null,
      isSignerBeside: true,
      makeSignerKeys: true,
      signerFolder: '/srv/data/signer',
    });
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    [
      { STEP_UP_MINUTES: '0' },
      'STEP_UP_MINUTES must be a whole number of minutes from 1 to 720.',
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

  it('names every wrong value at once', () => {
    expect(() => readConfig({ PORT: '-1', HOST: '?' })).toThrow(/^PORT .+\.\nHOST .+\.$/);
  });
});
