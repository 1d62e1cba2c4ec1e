import { randomUUID } from 'node:crypto';
import type { ApiClient, Variables } from './api-client.ts';
import type { RegulatedCollege, YearPerson } from './regulated-college.ts';

/* What a regulation has to do with an act: the clause of a no, of a warning, of a deadline that was kept or missed. */

/** A clause as the API names it. */
interface Cited {
  readonly code: string;
  readonly parameter: string | null;
  readonly clause: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** An act as who did it is told of it. */
interface Told {
  readonly accepted: boolean;
  readonly id: string | null;
  readonly events: readonly { readonly kind: string; readonly position: string }[];
  readonly userErrors: readonly Cited[];
  readonly warnings: readonly Cited[];
}

/** What stands behind an event: the role, the rule, the day it was due, and whether that was missed. */
interface Grounds {
  readonly role: string | null;
  readonly late: boolean;
  readonly occurredOn: string;
  readonly rule: {
    readonly parameter: string;
    readonly clause: string;
    readonly deadline: string | null;
    readonly due: { readonly parameter: string; readonly clause: string; readonly until: string } | null;
  } | null;
}

const CITED = 'code parameter clause facts { name value }';

interface Answered extends Omit<Cited, 'facts'> {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

const cited = (answers: readonly Answered[]): readonly Cited[] =>
  answers.map(({ facts, ...rest }) => ({
    ...rest,
    facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
  }));

/** Sends a command, and gives what came of it with every clause that it names. */
const tell = async (client: ApiClient, name: string, input: Variables): Promise<Told> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($commandId: UUID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) {
    accepted id events { kind position } userErrors { ${CITED} } warnings { ${CITED} } } }`;
  const answer = (await client.read(document, { commandId: randomUUID(), input }))[name] as Told & {
    readonly userErrors: readonly Answered[];
    readonly warnings: readonly Answered[];
  };
  return { ...answer, userErrors: cited(answer.userErrors), warnings: cited(answer.warnings) };
};

const refusal = async (client: ApiClient, name: string, input: Variables): Promise<Cited | null> =>
  (await tell(client, name, input)).userErrors[0] ?? null;

/** The code by which an operation is refused before it runs, for who may never do it. */
export const forbidden = async (client: ApiClient, name: string, input: Variables): Promise<string> =>
  await tell(client, name, input).then(
    () => 'accepted',
    (error: unknown) => /"code":"(?<code>[A-Z_]+)"/u.exec(String(error))?.groups?.['code'] ?? String(error),
  );

const TRAIL = `query ($position: Position) { auditTrail(first: 20, minPosition: $position) { nodes {
  position role late occurredOn rule { parameter clause deadline due { parameter clause until } } } } }`;

/** What stands behind what was just accepted, as the auditor reads it; all but its position. */
export const groundsOf = async (
  college: RegulatedCollege,
  { events, userErrors }: Told,
): Promise<Grounds> => {
  const position = events[0]?.position;
  const { auditTrail } = await college.as('auditor').read(TRAIL, { position });
  const { nodes } = auditTrail as { readonly nodes: readonly (Grounds & { readonly position: string })[] };
  const entry = nodes.find((node) => node.position === position);
  if (!entry) throw new Error(`Nothing was recorded: ${JSON.stringify(userErrors)}.`);
  return entry;
};

const done = async (
  college: RegulatedCollege,
  client: ApiClient,
  name: string,
  input: Variables,
): Promise<Grounds> => await groundsOf(college, await tell(client, name, input));

/** Gives the people of a college a voice: what they are told, what stands behind what they did, what they may not. */
export const voicesOf = (college: () => RegulatedCollege) => ({
  tellAs: (person: YearPerson, name: string, input: object): Promise<Told> =>
    tell(college().as(person), name, { ...input }),
  act: (person: YearPerson, name: string, input: object): Promise<Grounds> =>
    done(college(), college().as(person), name, { ...input }),
  no: (person: YearPerson, name: string, input: object): Promise<Cited | null> =>
    refusal(college().as(person), name, { ...input }),
});
