import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { Student } from '../nouns/student.ts';
import { StudyGroup } from '../nouns/study-group.ts';

const reading = { capability: ['directory.read', 'diary.read'] } as const;

/** The edges of a group. */
@Resolver(() => StudyGroup)
export class StudyGroupEdges {
  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'The curator (куратор).' })
  curator(@Root() { curatorUuid }: StudyGroup, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, curatorUuid);
  }

  @Access({ capability: 'directory.read' })
  @FieldResolver(() => [Student], { description: 'Who belongs to it today, by name.' })
  async students(@Root() { uuid }: StudyGroup, @Ctx() { loaders }: Context): Promise<readonly Student[]> {
    return (await loaders.studentsOfGroup.load(uuid)) ?? [];
  }
}
