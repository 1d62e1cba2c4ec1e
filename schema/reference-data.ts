import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import * as reference from '../projections/calendar/queries-reference.ts';
import type { Capability } from '../src/policies/access.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Building, buildingsOf } from './nouns/premises.ts';
import {
  CollegeInformation,
  Department,
  departmentOf,
  ReferenceCheck,
  referenceCheckOf,
  StudyStream,
  studyStreamOf,
} from './nouns/reference-data.ts';
import { Position } from './scalars.ts';

/** Widest first: whoever sees the checks of the college sees those of every group. */
const CHECKING: readonly Capability[] = ['referenceData.check', 'auditTrail.read', 'groupComposition.check'];

/** Reference data (справочники): the same for everyone at the college, but for the checks of them. */
@Resolver()
export class ReferenceDataResolver {
  @Access('signedIn')
  @Query(() => [Building], { description: 'The buildings with their rooms, by name.' })
  async buildings(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Building[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'period.read');
    const rooms = await reference.rooms(context.reader, scope);
    return buildingsOf(await reference.buildings(context.reader, scope), rooms);
  }

  @Access('signedIn')
  @Query(() => [Department], { description: 'The departments, by name.' })
  async departments(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Department[]> {
    await reach(context, minPosition);
    const rows = await reference.departments(context.reader, scopeFor(context, 'period.read'));
    return rows.map(departmentOf);
  }

  @Access('signedIn')
  @Query(() => [StudyStream], { description: 'The streams of groups, by name.' })
  async studyStreams(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly StudyStream[]> {
    await reach(context, minPosition);
    const rows = await reference.studyStreams(context.reader, scopeFor(context, 'period.read'));
    return rows.map(studyStreamOf);
  }

  @Access('signedIn')
  @Query(() => [CollegeInformation], {
    description: 'What describes the college and its educational process.',
  })
  async collegeInformation(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly CollegeInformation[]> {
    await reach(context, minPosition);
    return await reference.collegeInformation(context.reader, scopeFor(context, 'period.read'));
  }

  @Access({ capability: CHECKING })
  @Query(() => [ReferenceCheck], {
    description:
      'The checks of reference data for a year and its months; a curator sees those of the own group.',
  })
  async referenceChecks(
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly ReferenceCheck[]> {
    await reach(context, minPosition);
    const { capabilities } = viewerOf(context);
    const capability = CHECKING.find((one) => capabilities.has(one)) ?? 'groupComposition.check';
    const rows = await reference.referenceChecks(context.reader, scopeFor(context, capability), year);
    return rows.map(referenceCheckOf);
  }
}
