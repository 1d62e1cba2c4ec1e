import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { regulations, type ChangeStatus, type RegulationState } from '../src/decisions/folds/regulation.ts';
import { isParameterKey } from '../src/policies/regulation/parameters.ts';
import { DEFAULT_PRESET, PRESET_KEYS, presetOf } from '../src/policies/regulation/presets.ts';
import { initialRegulation, regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { viewerOf, type Context } from './context.ts';
import { RegulationChangeStatus } from './enums/regulation.ts';
import { CHANGES, changeOf, RegulationChange } from './nouns/regulation-change.ts';
import { RegulationSetting, settingOf } from './nouns/regulation-setting.ts';
import { LocalDate } from './scalars.ts';
import { problem } from './errors/problem.ts';

@ObjectType({ simpleResolvers: true, description: 'One of the known regulations, whole.' })
class RegulationPreset {
  @Access('signedIn')
  @Field(() => String, { description: 'The key under which its clauses are cited: `003`.' })
  readonly key!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Access('signedIn')
  @Field(() => Boolean, { description: 'Whether this college started from it.' })
  readonly isStartOfCollege!: boolean;

  @Access('signedIn')
  @Field(() => Boolean, { description: 'Whether a college starts from it that names no other.' })
  readonly isDefault!: boolean;

  @Access('signedIn')
  @Field(() => [RegulationSetting], { description: 'What it says of every parameter.' })
  readonly settings!: readonly RegulationSetting[];
}

const stateFor = (context: Context): Promise<RegulationState> =>
  context.college().stateOf(regulations, viewerOf(context).college);

const wanted = (parameters: readonly string[] | null): ((parameter: string) => boolean) => {
  if (parameters === null) return () => true;
  const unknown = parameters.findIndex((parameter) => !isParameterKey(parameter));
  if (unknown !== -1) throw problem('PARAMETER_UNKNOWN', { given: parameters[unknown]?.slice(0, 80) ?? '' });
  return (parameter) => parameters.includes(parameter);
};

/** The regulation explained: read from the same state as every decision, so that it is exact at once. */
@Resolver()
export class RegulationResolver {
  @Access('signedIn')
  @Query(() => [RegulationSetting], {
    description:
      'The regulation as it stands on a day: every parameter with its value, its clause, since when, and what it governs.',
  })
  async regulation(
    @Arg('at', () => LocalDate, { nullable: true, description: 'The day; left out: today.' })
    at: string | null,
    @Arg('parameters', () => [String], { nullable: true, description: 'These only; left out: all.' })
    parameters: readonly string[] | null,
    @Ctx() context: Context,
  ): Promise<readonly RegulationSetting[]> {
    const isWanted = wanted(parameters ?? null);
    const state = await stateFor(context);
    const { settings } = regulationAt(state, at ?? (await context.college().today()));
    const changes = new Map([...state.changes.values()].map((change) => [change.version, change]));
    return [...settings.values()]
      .filter(({ parameter }) => isWanted(parameter))
      .map((setting) =>
        settingOf(
          setting,
          setting.origin === 'changed' ? (changes.get(setting.version) ?? null) : null,
          context.locale,
        ),
      );
  }

  @Access('signedIn')
  @Query(() => [RegulationPreset], { description: 'The known regulations a college can start from.' })
  async regulationPresets(@Ctx() context: Context): Promise<readonly RegulationPreset[]> {
    const { preset } = await stateFor(context);
    return PRESET_KEYS.map((key) => ({
      key,
      title: presetOf(key).title[context.locale],
      isStartOfCollege: key === preset,
      isDefault: key === DEFAULT_PRESET,
      settings: [...initialRegulation(key).settings.values()].map((setting) =>
        settingOf(setting, null, context.locale),
      ),
    }));
  }

  @Access(CHANGES)
  @Query(() => [RegulationChange], {
    description:
      'Changes of the regulation in the order they were recorded, and what waits for a second person.',
  })
  async regulationChanges(
    @Arg('status', () => RegulationChangeStatus, { nullable: true, description: 'In this state only.' })
    status: ChangeStatus | null,
    @Ctx() context: Context,
  ): Promise<readonly RegulationChange[]> {
    const { changes } = await stateFor(context);
    return [...changes.values()]
      .filter((change) => !status || change.status === status)
      .map((change) => changeOf(change, context.locale));
  }
}
