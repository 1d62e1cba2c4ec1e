import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { attestationPeriods } from '../projections/directory/by-ids.ts';
import { courseUnits, groups } from '../projections/directory/queries.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { AttestationPeriod, periodOf } from './nouns/attestation-period.ts';
import { CourseUnit, courseUnitOf } from './nouns/course-unit.ts';
import { StudyGroup, groupOf } from './nouns/study-group.ts';
import { Student } from './nouns/student.ts';
import { Position } from './scalars.ts';

const reading = { capability: 'directory.read' } as const;

/** Groups, students, course units and periods. */
@Resolver()
export class DirectoryResolver {
  @Access(reading)
  @Query(() => [StudyGroup], { description: 'The study groups the viewer sees, by name.' })
  async groups(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly StudyGroup[]> {
    await reach(context, minPosition);
    return (await groups(context.reader, scopeFor(context, 'directory.read'))).map(groupOf);
  }

  @Access(reading)
  @Query(() => StudyGroup, { nullable: true, description: 'A study group; null where there is none to see.' })
  async group(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<StudyGroup | null> {
    await reach(context, minPosition);
    return load(context.loaders.groups, uuidOf('StudyGroup', id));
  }

  @Access({ capability: ['directory.read', 'diary.read'] })
  @Query(() => Student, { nullable: true, description: 'A student; null where there is none to see.' })
  async student(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<Student | null> {
    await reach(context, minPosition);
    return load(context.loaders.students, uuidOf('Student', id));
  }

  @Access('signedIn')
  @Query(() => [CourseUnit], { description: 'The course units of the college, by code.' })
  async courseUnits(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly CourseUnit[]> {
    await reach(context, minPosition);
    return (await courseUnits(context.reader, scopeFor(context, 'directory.read'))).map(courseUnitOf);
  }

  @Access({ capability: 'period.read' })
  @Query(() => [AttestationPeriod], { description: 'The attestation periods, earliest first.' })
  async attestationPeriods(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly AttestationPeriod[]> {
    await reach(context, minPosition);
    return (await attestationPeriods(context.reader, scopeFor(context, 'period.read'))).map(periodOf);
  }
}
