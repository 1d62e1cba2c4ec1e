import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Student } from '../nouns/student.ts';
import { StudyGroup } from '../nouns/study-group.ts';

const reading = { capability: ['directory.read', 'diary.read'] } as const;

/** The edges of a student. */
@Resolver(() => Student)
export class StudentEdges {
  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The study group.' })
  group(@Root() { groupUuid }: Student, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, groupUuid);
  }
}
