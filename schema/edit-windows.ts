import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { editWindows, type EditWindowOn } from '../projections/edit-windows/queries.ts';
import type { WindowState as StateName } from '../src/policies/window-state.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { graphqlEnum } from './enums/graphql-enum.ts';
import { Covers } from './enums/journal.ts';
import { globalId, globalIdOrNull, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'editWindow.read' } as const;

const WindowState = graphqlEnum<StateName>('WindowState', 'How an edit window stands today.', {
  open: 'Open.',
  closingSoon: 'Open, with three days or fewer left.',
  closed: 'Closed; an administrator may grant an exception.',
  locked: 'The period is locked: nothing opens it but re-opening the period.',
  granted: 'Closed, and open again by a grant.',
});

const WindowKind = graphqlEnum<EditWindowOn['kind']>('WindowKind', 'What a window is of.', {
  lesson: 'The marks and the record of a lesson.',
  attestation: 'The attestation marks of a page.',
  grant: 'A grant.',
});

@ObjectType({ simpleResolvers: true, description: 'An edit window as it stands today.' })
export class EditWindow {
  readonly row!: EditWindowOn;

  @Access(reading)
  @Field(() => WindowKind, { description: 'What it is of.' })
  readonly kind!: EditWindowOn['kind'];

  @Access(reading)
  @Field(() => WindowState, { description: 'How it stands today.' })
  readonly state!: StateName;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of the longest grant that covers it.',
  })
  readonly grantedUntil!: string | null;

  @Access(reading)
  @Field(() => Covers, { description: 'What may be entered under it.' })
  readonly covers!: EditWindowOn['covers'];

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The lesson, where it is of one.' })
  readonly lessonId!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day of the lesson.' })
  readonly heldOn!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The grant, where it is one.' })
  readonly grantId!: string | null;
}

/** A window as the API shows it. */
export const windowOf = (row: EditWindowOn): EditWindow => ({
  row,
  kind: row.kind,
  state: row.state,
  until: row.until,
  grantedUntil: row.grantedUntil,
  covers: row.covers,
  journalId: globalId('Journal', row.journal),
  lessonId: globalIdOrNull('Lesson', row.lesson),
  heldOn: row.heldOn,
  grantId: row.kind === 'grant' ? globalId('EditWindowGrant', row.id) : null,
});

@InputType({ description: 'Which windows are asked for.' })
class EditWindowFilter {
  @Field(() => ID, { nullable: true, description: 'Of this page.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the pages of this group.' })
  readonly groupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the pages of this period.' })
  readonly periodId?: string | null;

  @Field(() => WindowState, { nullable: true, description: 'In this state.' })
  readonly state?: StateName | null;
}

/** What is open, until when. */
@Resolver(() => EditWindow)
export class EditWindowResolver {
  @Access(reading)
  @Query(() => [EditWindow], {
    description:
      'What is open and until when, what is closing soon, locked or granted; 500 at most, soonest first.',
  })
  async editWindows(
    @Arg('filter', () => EditWindowFilter, { defaultValue: {}, description: 'Which windows.' })
    { journalId, groupId, periodId, state }: EditWindowFilter,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly EditWindow[]> {
    await reach(context, minPosition);
    const filter = {
      ...(journalId ? { journal: uuidOf('Journal', journalId) } : {}),
      ...(groupId ? { group: uuidOf('StudyGroup', groupId) } : {}),
      ...(periodId ? { period: uuidOf('AttestationPeriod', periodId) } : {}),
      ...(state ? { state } : {}),
    };
    const today = await context.college().today();
    const rows = await editWindows(context.reader, scopeFor(context, 'editWindow.read'), filter, today);
    return rows.map(windowOf);
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit of the page.' })
  courseUnit(@Root() { row }: EditWindow, @Ctx() { loaders }: Context): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, row.courseUnit);
  }

  @Access({ capability: 'directory.read', deny: 'null' })
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group of the page.' })
  group(@Root() { row }: EditWindow, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.group);
  }
}
