import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { Lesson } from '../nouns/lesson.ts';

/** The edges of a lesson. */
@Resolver(() => Lesson)
export class LessonEdges {
  @Access({ capability: 'gradebook.read', deny: 'null' })
  @FieldResolver(() => Account, { nullable: true, description: 'The colleague who stands in, if one does.' })
  substitute(@Root() { substituteUuid }: Lesson, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, substituteUuid);
  }
}
