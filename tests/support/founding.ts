import { randomUUID } from 'node:crypto';
import { parseGlobalId } from '../../schema/global-id.ts';
import { issueSignInCode } from '../../src/identity/sign-in-code.ts';
import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { ApiClient, type CommandsAnswer, type Variables } from './api-client.ts';
import type { ServedHouse } from './served-house.ts';

const SIGN_IN = 'mutation ($code: String!) { signIn(code: $code) { token } }';
const ISSUE = `mutation ($commandId: UUID!, $accountId: ID!) {
  issueSignInCode(commandId: $commandId, accountId: $accountId) { code userErrors { code } }
}`;

/** Exchanges a code for a client that is signed in. */
export const signIn = async (origin: string, code: string): Promise<ApiClient> => {
  const data = await new ApiClient(origin).read(SIGN_IN, { code });
  return new ApiClient(origin, (data['signIn'] as { readonly token: string }).token);
};

/** A one-time code for an account, made by an administrator. */
export const codeFor = async (administrator: ApiClient, accountId: string): Promise<string> => {
  const data = await administrator.read(ISSUE, { commandId: randomUUID(), accountId });
  return (data['issueSignInCode'] as { readonly code: string }).code;
};

const PENDING = '{ pendingRoleGrants { id account { id } } }';

/** Gives the second yes to every role that waits for one. */
export const confirmRoles = async (by: ApiClient): Promise<void> => {
  const { pendingRoleGrants } = await by.read(PENDING);
  const waiting = pendingRoleGrants as readonly {
    readonly id: string;
    readonly account: { readonly id: string };
  }[];
  for (const { id: roleGrantId, account } of waiting)
    await by.do('confirmRoleGrant', { accountId: account.id, roleGrantId });
};

/** The UUID behind an id of the API. */
export const uuidIn = (id: string): string => parseGlobalId(id)?.uuid ?? '';

const idsIn = ({ refused, results }: CommandsAnswer): readonly string[] => {
  if (refused > 0) throw new Error(`The college of the tests was refused ${JSON.stringify(results)}.`);
  return results.map(({ id }) => id ?? '');
};

/** A college with its one administrator and nothing else. */
export interface FoundedCollege {
  /** Its id, as its log has it. */
  readonly id: string;
  /** What its clock shows; a test may move it on. */
  readonly clock: { now: string };
  readonly administrator: ApiClient;
  /** The administrator's account. */
  readonly founder: string;
  /** Lets somebody in by a code of the administrator's. */
  readonly signInAs: (account: string) => Promise<ApiClient>;
  /** Sends a list of commands as the administrator; all have to be done. Gives the ids. */
  readonly make: (name: string, inputs: readonly Variables[]) => Promise<readonly string[]>;
}

/** How a college begins. */
export interface Founding {
  readonly now: string;
  readonly regulation?: PresetKey;
  readonly zone?: string;
  readonly workingWeek?: 5 | 6;
}

/** Founds a college on a server. */
export const foundEmpty = async (
  { house, origin, projector }: Pick<ServedHouse, 'house' | 'origin' | 'projector'>,
  { now, regulation = '003', zone = 'Europe/Moscow', workingWeek = 6 }: Founding,
): Promise<FoundedCollege> => {
  const id = randomUUID();
  const clock = { now };
  const college = { id, origin: `college-${id}.example/journal`, clock: 'virtual' } as const;
  const running = await house.open(college, () => clock.now);
  projector.follow(id);
  const founder = randomUUID();
  const { position } = await running.execute(
    {
      type: 'FoundCollege',
      data: {
        name: 'Колледж связи',
        zone,
        workingWeek,
        regulation,
        administrator: founder,
        administratorName: 'Орлова Анна',
      },
    },
    { commandId: randomUUID(), actor: { account: founder, session: randomUUID(), channel: 'cli' } },
  );
  await projector.waitFor('directory', id, position ?? 0n, 10_000);

  const pool = house.database.app.pool(1);
  const code = await issueSignInCode(pool, {
    college: id,
    account: founder,
    ttl: 60,
    now: new Date().toISOString(),
  });
  const administrator = await signIn(origin, code);
  const signInAs = async (account: string): Promise<ApiClient> =>
    await signIn(origin, await codeFor(administrator, account));
  const make = async (name: string, inputs: readonly Variables[]): Promise<readonly string[]> =>
    idsIn(await administrator.doAll(name, inputs));
  const { viewer } = await administrator.read('{ viewer { account { id } } }');
  const { account: me } = viewer as { readonly account: { readonly id: string } };
  return { id, clock, administrator, founder: me.id, signInAs, make };
};
