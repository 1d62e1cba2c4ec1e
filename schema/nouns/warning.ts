import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Warning as WarningOfEvent } from '../../events/recorded.ts';
import { WARNING_CODES, type WarningCode as Code } from '../../src/decisions/warning.ts';
import { Access } from '../access.ts';
import { factsOf } from '../fact-values.ts';
import type { Locale } from '../locale.ts';
import { Fact } from '../user-error.ts';
import { messages } from '../messages/messages.ts';

const WarningCode = Object.fromEntries(WARNING_CODES.map((code) => [code, code]));

registerEnumType(WarningCode, {
  name: 'WarningCode',
  description: 'What an accepted command may be warned of. A code is never removed and keeps its meaning.',
  valuesConfig: Object.fromEntries(
    WARNING_CODES.map((code) => [code, { description: messages.en.warnings[code] }]),
  ),
});

@ObjectType({
  simpleResolvers: true,
  description: 'What was accepted and should yet be looked at, by the rule that asks for it.',
})
export class Warning {
  @Access('signedIn')
  @Field(() => WarningCode, { description: 'Which warning it is, from a closed list.' })
  readonly code!: Code;

  @Access('signedIn')
  @Field(() => String, { description: 'In words, in the language of the request; never to be parsed.' })
  readonly message!: string;

  @Access('signedIn')
  @Field(() => [Fact], { description: 'The values behind it.' })
  readonly facts!: readonly Fact[];

  @Access('signedIn')
  @Field(() => String, { description: 'The parameter of the regulation.' })
  readonly parameter!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'The clause it comes from.' })
  readonly clause!: string;
}

/** Puts a warning in words, in a language. */
export const warningOf = ({ code, facts, parameter, clause }: WarningOfEvent, locale: Locale): Warning => ({
  // Recorded by this program from the closed list.
  code: code as Code,
  message: messages[locale].warnings[code as Code],
  facts: factsOf(facts),
  parameter,
  clause,
});
