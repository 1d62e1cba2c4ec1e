import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** The identity provider, as the operator names it; its secret lies in a file. */
export interface ProviderPlace {
  readonly issuer: string;
  readonly clientId: string;
  readonly secretFile: string;
  readonly redirectUrl: string;
  readonly returnUrl: string;
  readonly claim: string;
  readonly acr: string | null;
}

/** How people sign in, as the operator decides. */
export interface SignInSettings {
  /** How old a proof of who somebody is may be where they grant, export or erase; seconds. */
  readonly stepUpSeconds: number;
  /** `null`: nobody signs in by way of a provider. */
  readonly provider: ProviderPlace | null;
}

/** An empty value counts as none. */
const given = (value: unknown): unknown => (value === '' ? undefined : value);

const minutesRule = 'STEP_UP_MINUTES must be a whole number of minutes from 1 to 720';
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** HTTPS, or this machine. */
const isSafe = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, username } = new URL(text);
  return (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) && !hash && !username;
};

const text = (rule: string, isFit: (value: string) => boolean) =>
  z.preprocess(given, z.string().refine(isFit, rule).nullable().default(null));

const address = (name: string) =>
  text(`${name} must be an https address; http is taken on this machine alone`, isSafe);

/** The variables of signing in, with a sentence for each that is wrong. */
export const signInVariables = {
  STEP_UP_MINUTES: z.preprocess(
    given,
    z
      .string()
      .regex(/^\d{1,3}$/, minutesRule)
      .transform(Number)
      .refine((minutes) => minutes >= 1 && minutes <= 720, minutesRule)
      .default(15),
  ),
  OIDC_ISSUER: address('OIDC_ISSUER'),
  OIDC_CLIENT_ID: text('OIDC_CLIENT_ID must be one line', (value) => /^[ -~]{1,200}$/.test(value)),
  OIDC_CLIENT_SECRET_FILE: text('OIDC_CLIENT_SECRET_FILE must be the absolute path of a file', isAbsolute),
  OIDC_REDIRECT_URL: text(
    'OIDC_REDIRECT_URL must be the https address of this server’s /provider/callback; http is taken on this machine alone',
    (value) => isSafe(value) && new URL(value).pathname === '/provider/callback',
  ),
  OIDC_RETURN_URL: address('OIDC_RETURN_URL'),
  OIDC_CLAIM: text(
    'OIDC_CLAIM must name a claim that the provider vouches for and never gives to somebody else, such as sub; e-mail addresses and user names are none',
    (value) =>
      /^[\w:./-]{1,100}$/.test(value) && !['email', 'preferred_username', 'nickname', 'name'].includes(value),
  ),
  OIDC_ACR: text('OIDC_ACR must be one word', (value) => /^[!-~]{1,200}$/.test(value)),
};

type Variables = z.infer<z.ZodObject<typeof signInVariables>>;

const NEEDED = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_REDIRECT_URL',
  'OIDC_RETURN_URL',
] as const;

/** The settings of a provider that are missing beside those that are given, as sentences. */
export const signInFaults = (variables: Variables): readonly string[] => {
  const names = Object.keys(signInVariables).filter((name) => name.startsWith('OIDC_'));
  const isGiven = (name: string): boolean => variables[name as keyof Variables] !== null;
  if (!names.some(isGiven)) return [];
  return NEEDED.filter((name) => !isGiven(name)).map(
    (name) => `${name} must be set too: an identity provider takes ${NEEDED.join(', ')}.`,
  );
};

/** The settings behind the variables. */
export const signInSettings = (variables: Variables): SignInSettings => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: secretFile } = variables;
  const { OIDC_REDIRECT_URL: redirectUrl, OIDC_RETURN_URL: returnUrl, OIDC_CLAIM, OIDC_ACR: acr } = variables;
  const stepUpSeconds = variables.STEP_UP_MINUTES * 60;
  if (!issuer || !clientId || !secretFile || !redirectUrl || !returnUrl)
    return { stepUpSeconds, provider: null };
  const claim = OIDC_CLAIM ?? 'sub';
  return {
    stepUpSeconds,
    provider: { issuer, clientId, secretFile, redirectUrl, returnUrl, claim, acr },
  };
};
