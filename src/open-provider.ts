import { readFile, stat } from 'node:fs/promises';
import { Provider, ProviderFault } from './identity/provider/provider.ts';
import type { SignInSettings } from './sign-in-settings.ts';
import { StartFault } from './start-fault.ts';

const NOT_THE_OWNERS = 0o077;

const secretIn = async (file: string): Promise<string> => {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile())
    throw new StartFault(`OIDC_CLIENT_SECRET_FILE names ${file}, and there is no such file.`);
  if (process.platform !== 'win32' && (found.mode & NOT_THE_OWNERS) !== 0)
    throw new StartFault(`The file ${file} may be read by its owner alone: run chmod 600 ${file}.`);
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret === '') throw new StartFault(`The file ${file} holds no secret.`);
  return secret;
};

/** A provider that is out of reach now may be there in a minute; one that says something else never fits. */
const isPassing = (error: unknown): boolean =>
  Error.isError(error) &&
  (error.name === 'TimeoutError' || error.message === 'fetch failed' || isPassing(error.cause));

/**
 * Opens the identity provider that the settings name, or `null` where they name none. Throws `StartFault` with one
 * sentence where its secret is missing or it is not the provider it is said to be; one that is out of reach for now is
 * asked again later.
 */
export const openProvider = async ({ provider, stepUpSeconds }: SignInSettings): Promise<Provider | null> => {
  if (!provider) return null;
  const { secretFile, ...settings } = provider;
  const opened = new Provider({ ...settings, clientSecret: await secretIn(secretFile), stepUpSeconds });
  try {
    await opened.discover();
  } catch (error) {
    if (error instanceof ProviderFault) throw new StartFault(error.message, { cause: error });
    if (!isPassing(error))
      throw new StartFault(
        `OIDC_ISSUER names ${settings.issuer}, which does not answer as that OpenID provider.`,
        { cause: error },
      );
  }
  return opened;
};
