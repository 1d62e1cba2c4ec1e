import { randomUUID } from 'node:crypto';
import type { Answer } from './api.ts';

/** A refusal as a client reads it. */
export interface UserErrorAnswer {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly parameter: string | null;
  readonly clause: string | null;
  readonly whoCanHelp: readonly string[];
  readonly closedOn?: string;
  readonly closedAt?: string;
  readonly mayRequestGrant?: boolean;
  readonly currentRevision?: number | null;
  readonly currentValue?: string | null;
}

/** What became of a command, as a client reads it. */
export interface CommandAnswer {
  readonly commandId: string;
  readonly accepted: boolean;
  readonly id: string | null;
  readonly position: string | null;
  readonly leafHash: string | null;
  readonly events: readonly {
    readonly id: string;
    readonly kind: string;
    readonly position: string;
    readonly revision: number;
    readonly leafHash: string;
  }[];
  readonly cell: {
    readonly revision: number;
    readonly marks: readonly { readonly workType: string; readonly value: string }[];
  } | null;
  readonly userErrors: readonly UserErrorAnswer[];
}

/** What became of a list of commands. */
export interface CommandsAnswer {
  readonly accepted: number;
  readonly refused: number;
  readonly position: string | null;
  readonly results: readonly CommandAnswer[];
}

/** What would become of a command. */
export interface VerdictAnswer {
  readonly allowed: boolean;
  readonly asksForStepUp: boolean;
  readonly userErrors: readonly UserErrorAnswer[];
}

export type Variables = Readonly<Record<string, unknown>>;

const USER_ERRORS = `userErrors { __typename code message field facts { name value } parameter clause whoCanHelp
    ... on EditWindowClosed { closedOn closedAt mayRequestGrant }
    ... on RevisionConflict { currentRevision currentValue changedAt changedBy { id } } }`;

const COMMAND = `{
  commandId accepted id position leafHash events { id kind position revision leafHash }
  cell { revision marks { workType value } }
  ${USER_ERRORS}
}`;

const MARKS: ReadonlySet<string> = new Set(['recordMark', 'correctMark', 'withdrawMark']);

const MANY: Readonly<Record<string, string>> = {
  endRosterEntry: 'endRosterEntries',
};

const inputOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;

/** Somebody who uses the API over HTTP, by a token or without one. */
export class ApiClient {
  readonly #origin: string;
  readonly token: string | null;

  constructor(origin: string, token: string | null = null) {
    this.#origin = origin;
    this.token = token;
  }

  /** Sends an operation and gives the whole answer, errors and all. */
  async query(document: string, variables: Variables = {}, language = 'en'): Promise<Answer> {
    const response = await fetch(`${this.#origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'accept-language': language,
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    const body = (await response.json()) as Pick<Answer, 'data' | 'errors' | 'extensions'>;
    return { status: response.status, headers: response.headers, ...body };
  }

  /** The data of an operation that must succeed. */
  async read(document: string, variables: Variables = {}): Promise<Readonly<Record<string, unknown>>> {
    const { data, errors } = await this.query(document, variables);
    if (errors || !data) throw new Error(`The API answered ${JSON.stringify(errors ?? data)}.`);
    return data;
  }

  /** Sends one command by the name of its mutation. */
  async do(name: string, input: Variables, commandId: string = randomUUID()): Promise<CommandAnswer> {
    const document = `mutation ($commandId: UUID!, $input: ${inputOf(name)}!) {
      ${name}(commandId: $commandId, input: $input) ${COMMAND}
    }`;
    const answer = (await this.read(document, { commandId, input }))[name] as CommandAnswer;
    await this.#settled(name, answer);
    return answer;
  }

  /** Asks what would become of a command. */
  async consider(name: string, input: Variables): Promise<VerdictAnswer> {
    const document = `query ($input: ${inputOf(name)}!) { can { ${name}(input: $input) { allowed asksForStepUp ${USER_ERRORS} } } }`;
    const { can } = await this.read(document, { input });
    const verdict = (can as Readonly<Record<string, VerdictAnswer>>)[name];
    if (!verdict) throw new Error(`The API gave no verdict on ${name}.`);
    return verdict;
  }

  /** Sends a list of commands by the name of the mutation for one. */
  async doAll(
    name: string,
    inputs: readonly Variables[],
    commandId: string = randomUUID(),
  ): Promise<CommandsAnswer> {
    const many = MANY[name] ?? `${name}s`;
    const document = `mutation ($commandId: UUID!, $inputs: [${inputOf(name)}!]!) {
      ${many}(commandId: $commandId, inputs: $inputs) { accepted refused position results ${COMMAND} }
    }`;
    const answer = (await this.read(document, { commandId, inputs }))[many] as CommandsAnswer;
    await this.#settled(name, answer);
    return answer;
  }

  /** A mark is waited for on its page alone; a test may go on to ask for anything. */
  async #settled(name: string, { position }: Pick<CommandAnswer, 'position'>): Promise<void> {
    if (position !== null && MARKS.has(name)) await this.shown(position);
  }

  /** Waits until every query shows a position; whoever may not ask for buildings goes on at once. */
  async shown(position: string): Promise<void> {
    const document = 'query ($position: Position) { buildings(minPosition: $position) { __typename } }';
    await this.query(document, { position }).catch(() => undefined);
  }

  /** The refusal of a command that must be refused: its code. */
  async refusalOf(name: string, input: Variables): Promise<string> {
    const { accepted, userErrors } = await this.do(name, input);
    return accepted ? 'accepted' : userErrors.map(({ code }) => code).join();
  }
}
