import { randomUUID } from 'node:crypto';
import type { UserErrorAnswer, Variables } from './api-client.ts';
import type { RegulatedCollege, YearPerson } from './regulated-college.ts';

type Facts = Readonly<Record<string, string>>;

/** A rule as an answer names it: the parameter and the clause. */
interface RuleAnswer {
  readonly parameter: string;
  readonly clause: string;
}

/** What was entered: the rule it stands under, when it was due, whether it came late, and what to look at. */
export interface Entered {
  readonly id: string | null;
  readonly late: boolean;
  readonly rule: (RuleAnswer & { readonly deadline: string | null }) | null;
  readonly due: (RuleAnswer & { readonly until: string }) | null;
  readonly warnings: readonly (RuleAnswer & { readonly code: string; readonly facts: Facts })[];
}

/** A refusal with the rule it came from, if it came from one. */
export interface RefusalAnswer {
  readonly code: string;
  readonly parameter: string | null;
  readonly clause: string | null;
  readonly facts: Facts;
}

type WithFacts = Pick<UserErrorAnswer, 'code' | 'parameter' | 'clause' | 'facts'>;
interface Payload {
  readonly accepted: boolean;
  readonly id: string | null;
  readonly position: string | null;
  readonly warnings: readonly (WithFacts & RuleAnswer)[];
  readonly userErrors: readonly WithFacts[];
}
interface TrailEntry {
  readonly commandId: string;
  readonly late: boolean;
  readonly rule: (RuleAnswer & Pick<Entered, 'due'> & { readonly deadline: string | null }) | null;
}

/** How something is entered: out of the temporary journal of an outage, or as it happens. */
interface Manner {
  readonly outageId?: string;
}

const TRAIL = `query ($minPosition: Position) { auditTrail(first: 20, minPosition: $minPosition) {
  nodes { commandId late rule { parameter clause deadline due { parameter clause until } } } } }`;

const documentOf = (name: string, { outageId }: Manner): string => `
  mutation ($commandId: UUID!, $input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input! ${
    outageId === undefined ? '' : '$outage: ID'
  }) {
    ${name}(commandId: $commandId, input: $input ${outageId === undefined ? '' : 'outageId: $outage'}) {
      accepted id position
      warnings { code parameter clause facts { name value } }
      userErrors { code parameter clause facts { name value } } } }`;

const factsOf = ({ facts }: Pick<WithFacts, 'facts'>): Facts =>
  Object.fromEntries(facts.map(({ name, value }) => [name, value]));

const sent = async (
  college: RegulatedCollege,
  person: YearPerson,
  name: string,
  input: Variables,
  manner: Manner,
): Promise<Payload & { readonly commandId: string }> => {
  const commandId = randomUUID();
  const variables = { commandId, input, ...(manner.outageId !== undefined && { outage: manner.outageId }) };
  const data = await college.as(person).read(documentOf(name, manner), variables);
  return { commandId, ...(data[name] as Payload) };
};

/** Does what has to be accepted, and tells by which rule it stands in the trail. */
export const entered = async (
  college: RegulatedCollege,
  person: YearPerson,
  name: string,
  input: Variables,
  manner: Manner = {},
): Promise<Entered> => {
  const { commandId, accepted, id, position, warnings, userErrors } = await sent(
    college,
    person,
    name,
    input,
    manner,
  );
  if (!accepted) throw new Error(`${name} was refused: ${JSON.stringify(userErrors)}.`);
  const { auditTrail } = await college.as('auditor').read(TRAIL, { minPosition: position });
  const { nodes } = auditTrail as { readonly nodes: readonly TrailEntry[] };
  const own = nodes.filter((node) => node.commandId === commandId);
  const { rule = null, late = false } = own.find((node) => node.rule !== null) ?? own[0] ?? {};
  return {
    id,
    late,
    rule: rule && { parameter: rule.parameter, clause: rule.clause, deadline: rule.deadline },
    due: rule?.due ?? null,
    warnings: warnings.map(({ code, parameter, clause, facts }) => ({
      code,
      parameter,
      clause,
      facts: factsOf({ facts }),
    })),
  };
};

/** Tries what has to be refused, and tells why. */
export const refused = async (
  college: RegulatedCollege,
  person: YearPerson,
  name: string,
  input: Variables,
  manner: Manner = {},
): Promise<RefusalAnswer> => {
  const { accepted, userErrors } = await sent(college, person, name, input, manner);
  const [error] = userErrors;
  if (accepted || !error) throw new Error(`${name} was accepted.`);
  const { code, parameter, clause } = error;
  return { code, parameter, clause, facts: factsOf(error) };
};

/** Tries what a role may never do anywhere: the code of the error that the whole operation ends in. */
export const forbidden = async (
  college: RegulatedCollege,
  person: YearPerson,
  name: string,
  input: Variables,
): Promise<unknown> => {
  const { errors } = await college.as(person).query(documentOf(name, {}), { commandId: randomUUID(), input });
  return errors?.[0]?.extensions?.['code'];
};
