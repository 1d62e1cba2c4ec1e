import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { CHANGES, RegulationChange } from '../nouns/regulation-change.ts';
import { RegulationSetting, WHO_CHANGED } from '../nouns/regulation-setting.ts';

/** Who stands behind a setting. */
@Resolver(() => RegulationSetting)
export class RegulationSettingEdges {
  @Access(WHO_CHANGED)
  @FieldResolver(() => Account, { nullable: true, description: 'Who changed it; null where nobody did.' })
  changedBy(@Root() { change }: RegulationSetting, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, change?.proposedBy ?? null);
  }

  @Access(WHO_CHANGED)
  @FieldResolver(() => Account, { nullable: true, description: 'The second person, where one was needed.' })
  confirmedBy(@Root() { change }: RegulationSetting, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, change?.confirmedBy ?? null);
  }
}

/** Who stands behind a change. */
@Resolver(() => RegulationChange)
export class RegulationChangeEdges {
  @Access(CHANGES)
  @FieldResolver(() => Account, { nullable: true, description: 'Who proposed it.' })
  proposedBy(@Root() { state }: RegulationChange, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, state.proposedBy);
  }

  @Access(CHANGES)
  @FieldResolver(() => Account, { nullable: true, description: 'The second person, once there is one.' })
  confirmedBy(@Root() { state }: RegulationChange, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, state.confirmedBy);
  }
}
