import * as oidc from 'openid-client';
import type { Proof } from '../step-up.ts';
import type { KeptFlow } from './flow.ts';

/** The identity provider of a college, as the operator names it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back to: this server's `/provider/callback`. */
  readonly redirectUrl: string;
  /** Where the browser goes from there: the front end, which finds a one-time code behind the `#`. */
  readonly returnUrl: string;
  /** The claim of the ID token that accounts are matched by. */
  readonly claim: string;
  /** The authentication context that a step-up takes; `null`: a young one is enough. */
  readonly acr: string | null;
  /** How old an authentication at the provider may be for a step-up, seconds. */
  readonly stepUpSeconds: number;
}

/** Who came back from the provider, and the proof it gave. */
export interface ProvedSubject {
  readonly subject: string;
  readonly proof: Proof;
}

/** Why a provider can not be used as it is configured; one sentence. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
}

/** An authentication older than a session may last is asked for anew. */
const LONGEST_SSO_SECONDS = 12 * 60 * 60;

/** The library marks it as not to be used, so that nobody uses it for a server that is not on this machine. */
const {
  allowInsecureRequests,
}: Readonly<Record<'allowInsecureRequests', (config: oidc.Configuration) => void>> = oidc;

/** Seconds to wait for an answer of the provider. */
const TIMEOUT_SECONDS = 5;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** OpenID Connect by authorization code with PKCE, state and nonce (RFC 9700); every check is `openid-client`'s. */
export class Provider {
  readonly settings: ProviderSettings;
  #known: Promise<oidc.Configuration> | null = null;

  constructor(settings: ProviderSettings) {
    this.settings = settings;
  }

  /** Reads what the provider says of itself, once. Throws `ProviderFault` where it cannot be worked with. */
  async discover(): Promise<oidc.Configuration> {
    this.#known ??= this.#discovered();
    try {
      return await this.#known;
    } catch (error) {
      // It may be out of reach for now: the next one asks again.
      this.#known = null;
      throw error;
    }
  }

  /** Where the browser goes to prove who it is. */
  async authorizationUrl({ nonce, verifier, isStepUp }: KeptFlow, state: string): Promise<string> {
    const config = await this.discover();
    const { redirectUrl, acr } = this.settings;
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUrl,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(this.#maxAge(isStepUp)),
      ...(isStepUp && acr !== null && { acr_values: acr }),
    });
    return url.href;
  }

  /**
   * Who the provider says came back, from the query it sent the browser with. Throws what `openid-client` throws where
   * state, issuer, nonce, PKCE, signature, audience or age do not fit, and `ProviderFault` where a claim is missing.
   */
  async prove(
    query: string,
    state: string,
    { nonce, verifier, isStepUp }: KeptFlow,
    now: string,
  ): Promise<ProvedSubject> {
    const config = await this.discover();
    const { redirectUrl, claim, acr } = this.settings;
    const tokens = await oidc.authorizationCodeGrant(config, new URL(`?${query}`, redirectUrl), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      maxAge: this.#maxAge(isStepUp),
    });
    const claims = tokens.claims();
    const subject = claims?.[claim];
    if (!claims || typeof subject !== 'string' || subject === '')
      throw new ProviderFault(`The provider sends no claim ${claim} in its ID token.`);
    if (isStepUp && acr !== null && claims['acr'] !== acr)
      throw new ProviderFault('The provider did not authenticate as a step-up asks for.');
    const at = Math.min(Number(claims.auth_time) * 1_000, Date.parse(now));
    return { subject, proof: { method: 'provider', at: new Date(at).toISOString() } };
  }

  /** Where the browser goes to end its session at the provider; the front end itself where the provider has none. */
  async endSessionUrl(): Promise<string> {
    const config = await this.discover();
    const { returnUrl, clientId } = this.settings;
    if (config.serverMetadata().end_session_endpoint === undefined) return returnUrl;
    return oidc.buildEndSessionUrl(config, { client_id: clientId, post_logout_redirect_uri: returnUrl }).href;
  }

  /** A nonce and a PKCE verifier for a new way to the provider. */
  secrets(): Pick<KeptFlow, 'nonce' | 'verifier'> {
    return { nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  }

  #maxAge(isStepUp: boolean): number {
    return isStepUp ? this.settings.stepUpSeconds : LONGEST_SSO_SECONDS;
  }

  async #discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    const config = await oidc.discovery(server, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // Plain HTTP stays on this machine: the configuration takes it for loopback alone.
      ...(LOOPBACK.has(server.hostname) && { execute: [allowInsecureRequests] }),
    });
    const metadata = config.serverMetadata();
    if (metadata.authorization_endpoint === undefined || metadata.token_endpoint === undefined)
      throw new ProviderFault(`${issuer} offers no authorization code flow.`);
    if (!metadata.supportsPKCE()) throw new ProviderFault(`${issuer} does not offer PKCE with S256.`);
    return config;
  }
}
