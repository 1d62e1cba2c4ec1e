import { Field, ID, ObjectType } from 'type-graphql';
import type { CourseUnit as Row } from '../../projections/directory/table.ts';
import { Access } from '../access.ts';
import { CourseUnitKind } from '../enums/college.ts';
import { PracticeKind } from '../enums/programme.ts';
import { globalId, globalIdOrNull } from '../global-id.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A course unit: discipline, МДК, module, practice, elective.',
})
export class CourseUnit {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'Its code in the curriculum.' })
  readonly code!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Access('signedIn')
  @Field(() => CourseUnitKind, { description: 'What it is.' })
  readonly kind!: Row['kind'];

  @Access('signedIn')
  @Field(() => ID, { nullable: true, description: 'The professional module it belongs to.' })
  readonly moduleId!: string | null;

  @Access('signedIn')
  @Field(() => PracticeKind, { nullable: true, description: 'Which practice it is, if it is one.' })
  readonly practiceKind!: Row['practiceKind'];
}

/** A course unit as the API shows it. */
export const courseUnitOf = ({ courseUnit, code, title, kind, module, practiceKind }: Row): CourseUnit => ({
  id: globalId('CourseUnit', courseUnit),
  code,
  title,
  kind,
  moduleId: globalIdOrNull('CourseUnit', module),
  practiceKind,
});
