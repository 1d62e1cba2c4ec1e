import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { AttestationPeriod } from '../nouns/attestation-period.ts';
import { CourseUnit } from '../nouns/course-unit.ts';
import { Journal } from '../nouns/journal.ts';
import { StudyGroup } from '../nouns/study-group.ts';

const reading = { capability: ['gradebook.read', 'diary.read', 'lesson.schedule'] } as const;

/** The edges of a page. */
@Resolver(() => Journal)
export class JournalEdges {
  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group; none for a list of students.' })
  group(@Root() { row }: Journal, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.group);
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit.' })
  courseUnit(@Root() { row }: Journal, @Ctx() { loaders }: Context): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, row.courseUnit);
  }

  @Access({ capability: 'period.read' })
  @FieldResolver(() => AttestationPeriod, { nullable: true, description: 'The attestation period.' })
  period(@Root() { row }: Journal, @Ctx() { loaders }: Context): Promise<AttestationPeriod | null> {
    return load(loaders.periods, row.period);
  }

  @Access(reading)
  @FieldResolver(() => [Account], { description: 'Who has it in the load.' })
  async teachers(@Root() { row }: Journal, @Ctx() { loaders }: Context): Promise<readonly Account[]> {
    const found = await Promise.all(row.teachers.map((account) => load(loaders.accounts, account)));
    return found.filter((account) => account !== null);
  }
}
