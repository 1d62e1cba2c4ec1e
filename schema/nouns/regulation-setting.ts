import { GraphQLJSON } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ChangeState } from '../../src/decisions/folds/regulation.ts';
import { parameterOf } from '../../src/policies/regulation/parameters.ts';
import type { Origin, Setting } from '../../src/policies/regulation/regulation.ts';
import { Access } from '../access.ts';
import { SettingOrigin } from '../enums/regulation.ts';
import type { Locale } from '../locale.ts';
import { readable } from '../regulation-words/readable.ts';
import { LocalDate } from '../scalars.ts';

/** Who may see who changed the regulation and why; what holds is for everybody (R-RSP-12). */
export const WHO_CHANGED = {
  capability: ['regulation.configure', 'regulation.confirm', 'auditTrail.read'],
  deny: 'null',
} as const;

@ObjectType({
  simpleResolvers: true,
  description: 'One parameter of the regulation as it stands on a day, with all that explains it.',
})
export class RegulationSetting {
  /** The change that gave it, where one did. */
  readonly change!: ChangeState | null;

  @Access('signedIn')
  @Field(() => String, { description: 'The parameter: `currentMark.editWindowDays`.' })
  readonly parameter!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'What it decides, in the language of the request.' })
  readonly governs!: string;

  @Access('signedIn')
  @Field(() => GraphQLJSON, { nullable: true, description: 'Its value; null where there is no rule.' })
  readonly value!: unknown;

  @Access('signedIn')
  @Field(() => String, {
    description: 'The value in words, in the language of the request; never to be parsed.',
  })
  readonly reads!: string;

  @Access('signedIn')
  @Field(() => String, {
    description:
      'Where it is written: `003 §3.3 L89`, `001: silent, D-01`, or the order or clause of a change.',
  })
  readonly clause!: string;

  @Access('signedIn')
  @Field(() => SettingOrigin, { description: 'Where it comes from.' })
  readonly origin!: Origin;

  @Access('signedIn')
  @Field(() => String, {
    nullable: true,
    description: 'The conflict between or within the known texts that was settled for it: `D-01`.',
  })
  readonly conflict!: string | null;

  @Access('signedIn')
  @Field(() => LocalDate, { nullable: true, description: 'Since when; null: from the beginning.' })
  readonly since!: string | null;

  @Access('signedIn')
  @Field(() => Int, { description: 'The version of the regulation that gave it; 0: what was started from.' })
  readonly version!: number;

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'The order that changed it.' })
  readonly order!: string | null;

  @Access('signedIn')
  @Field(() => Boolean, { description: 'Whether a second person must confirm a change of it.' })
  readonly needsSecondPerson!: boolean;

  @Access(WHO_CHANGED)
  @Field(() => String, {
    nullable: true,
    description: 'Why it was changed; null where it was not, or the text was erased.',
  })
  readonly reason!: string | null;
}

/** A setting as the API shows it, with the change that gave it. */
export const settingOf = (
  { parameter, value, clause, origin, version, since }: Setting,
  change: ChangeState | null,
  locale: Locale,
): RegulationSetting => {
  const { governs, secondPerson } = parameterOf(parameter);
  return {
    change,
    parameter,
    governs: governs[locale],
    value,
    reads: readable(value, locale),
    clause,
    origin,
    conflict: /\bD-\d\d\b/u.exec(clause)?.[0] ?? null,
    since,
    version,
    order: change?.order ?? null,
    needsSecondPerson: secondPerson ?? false,
    reason: change?.reason ?? null,
  };
};
