import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { RevisionConflict } from '../typed-refusals.ts';

/** Who came first: only who may change the same thing is told. */
@Resolver(() => RevisionConflict)
export class RevisionConflictEdges {
  @Access('signedIn')
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'Who changed it, where that is kept and the viewer may see them.',
  })
  changedBy(@Root() { changer }: RevisionConflict, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, changer);
  }
}
