import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { beginFlow, endFlow, type KeptFlow } from '../identity/provider/flow.ts';
import { accountOf } from '../identity/provider/identities.ts';
import type { Provider, ProvedSubject } from '../identity/provider/provider.ts';
import { issueSignInCode } from '../identity/sign-in-code.ts';
import type { Clock } from '../runtime/execute.ts';
import type { ReportFault } from './format-error.ts';
import { recordOf } from './fault.ts';
import type { ProviderProblem } from '../../schema/errors/provider-problems.ts';

/** What the way to the provider and back is made of. */
export interface ProviderRoute {
  readonly provider: Provider;
  readonly pool: Pool;
  readonly clock: Clock;
  /** The colleges of this server: where there is one alone, nobody has to name it. */
  readonly colleges: () => Promise<readonly { readonly id: string }[]>;
}

/** Where a browser begins. */
export const PROVIDER_PATH = '/provider/sign-in';

/** The code is used at once by the page that it is sent to. */
const CODE_SECONDS = 60;

const COOKIE_SECONDS = 600;

const cookieOf = (request: FastifyRequest, name: string): string =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

const parameter = (query: string, name: string): string => new URLSearchParams(query).get(name) ?? '';

/** Serves `/provider/sign-in`, `/provider/callback` and `/provider/sign-out`. */
export const serveProvider = (
  app: FastifyInstance,
  { provider, pool, clock, colleges }: ProviderRoute,
  report: ReportFault,
): void => {
  const { redirectUrl, returnUrl, issuer } = provider.settings;
  const isSecure = redirectUrl.startsWith('https:');
  const cookie = isSecure ? '__Host-gradeledger-provider' : 'gradeledger-provider';
  const setCookie = (reply: FastifyReply, value: string, seconds: number): FastifyReply =>
    reply.header(
      'set-cookie',
      `${cookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`,
    );
  const back = (reply: FastifyReply, fragment: string): FastifyReply =>
    setCookie(reply, '', 0).redirect(`${returnUrl}#${fragment}`, 303);
  const problem = (reply: FastifyReply, code: ProviderProblem): FastifyReply =>
    back(reply, `problem=${code}`);
  const reported = (request: FastifyRequest, fault: unknown): void => {
    report({ ...recordOf(fault), traceId: request.id });
  };

  const collegeAsked = async (asked: string): Promise<string | null> => {
    const known = await colleges();
    if (asked === '') return known.length === 1 ? (known[0]?.id ?? null) : null;
    return known.find(({ id }) => id === asked)?.id ?? null;
  };

  const returned = async (
    request: FastifyRequest,
    query: string,
    flow: KeptFlow,
  ): Promise<ProvedSubject | null> => {
    try {
      return await provider.prove(query, parameter(query, 'state'), flow, clock());
    } catch (fault) {
      reported(request, fault);
      return null;
    }
  };

  app.get<{ Querystring: { college?: string; stepUp?: string } }>(PROVIDER_PATH, async (request, reply) => {
    const college = await collegeAsked(request.query.college ?? '');
    if (college === null) return await problem(reply, 'SIGN_IN_EXPIRED');
    const kept: KeptFlow = { college, isStepUp: request.query.stepUp !== undefined, ...provider.secrets() };
    try {
      const flow = await beginFlow(pool, kept, clock());
      const url = await provider.authorizationUrl(kept, flow.state);
      return await setCookie(reply, flow.browser, COOKIE_SECONDS).redirect(url, 303);
    } catch (fault) {
      reported(request, fault);
      return await problem(reply, 'PROVIDER_UNAVAILABLE');
    }
  });

  app.get('/provider/callback', async (request, reply) => {
    const [, query = ''] = request.url.split('?', 2);
    const state = parameter(query, 'state');
    const flow = await endFlow(pool, { state, browser: cookieOf(request, cookie) }, clock());
    if (!flow) return await problem(reply, 'SIGN_IN_EXPIRED');
    const proved = await returned(request, query, flow);
    if (!proved) return await problem(reply, 'PROVIDER_REFUSED');
    const { subject, proof } = proved;
    const account = await accountOf(pool, flow.college, { issuer, subject });
    if (account === null) return await problem(reply, 'NOT_ASSIGNED');
    const code = await issueSignInCode(pool, {
      college: flow.college,
      account,
      ttl: CODE_SECONDS,
      now: clock(),
      method: 'provider',
      authenticatedAt: proof.at,
    });
    return await back(reply, `code=${code}`);
  });

  app.get('/provider/sign-out', async (request, reply) => {
    try {
      return await reply.redirect(await provider.endSessionUrl(), 303);
    } catch (fault) {
      reported(request, fault);
      return await problem(reply, 'PROVIDER_UNAVAILABLE');
    }
  });
};
