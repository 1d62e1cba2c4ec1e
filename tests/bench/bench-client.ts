import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { issueSignInCode } from '../../src/identity/sign-in-code.ts';
import type { Contender } from './contender.ts';
import { answerTo } from './page-load.ts';

/** What became of a mutation that a bench sent. */
export interface Done {
  readonly accepted: boolean;
  readonly code: string | null;
  readonly position: string | null;
  readonly cell: { readonly revision: number; readonly marks: readonly { readonly value: string }[] } | null;
}

const COMMAND = `{ accepted position cell { revision marks { value } } userErrors { code } }`;

type CommandAnswer = Omit<Done, 'code'> & { readonly userErrors: readonly { readonly code: string }[] };

/** Somebody signed in, as a bench plays them. */
export class BenchClient {
  readonly #to: Contender;
  readonly token: string | undefined;

  constructor(to: Contender, token?: string) {
    this.#to = to;
    this.token = token;
  }

  /** Where its server listens. */
  get origin(): string {
    return this.#to.origin;
  }

  /** Sends an operation and gives its data; `null` where the answer has errors. */
  async read<Data>(query: string, variables: object = {}): Promise<Data | null> {
    const { token } = this;
    const answer = await answerTo({
      ...{ to: this.#to, path: '/graphql', body: JSON.stringify({ query, variables }) },
      ...(token !== undefined && { token }),
    });
    const { data, errors } = JSON.parse(answer.toString()) as { data?: Data; errors?: unknown };
    return errors === undefined ? (data ?? null) : null;
  }

  /** Sends a command by the name of its mutation; a fault ends the bench. */
  async do(name: string, input: object): Promise<Done> {
    const of = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($id: UUID!, $input: ${of}!) { ${name}(commandId: $id, input: $input) ${COMMAND} }`;
    const data = await this.read<Readonly<Record<string, CommandAnswer>>>(query, { id: randomUUID(), input });
    const answer = data?.[name];
    if (!answer) throw new Error(`${name} of the bench was answered with errors.`);
    return { ...answer, code: answer.userErrors[0]?.code ?? null };
  }

  /** Ends its session. */
  async signOut(): Promise<void> {
    await this.read('mutation { signOut }');
  }
}

const CODE_SECONDS = 600;

/** Signs accounts of a college in as people do: a code that was handed out, over HTTP. */
export const signer = (to: Contender, adminUrl: string) => {
  const pool = new Pool({ connectionString: adminUrl, max: 2 });
  return {
    async signIn(college: string, account: string): Promise<BenchClient> {
      const now = new Date().toISOString();
      const code = await issueSignInCode(pool, { college, account, ttl: CODE_SECONDS, now });
      const data = await new BenchClient(to).read<{ readonly signIn: { readonly token: string } | null }>(
        'mutation ($code: String!) { signIn(code: $code) { token } }',
        { code },
      );
      if (!data?.signIn) throw new Error('An account of the bench could not sign in.');
      return new BenchClient(to, data.signIn.token);
    },
    close: () => pool.end(),
  };
};
