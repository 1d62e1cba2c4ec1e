import { Field, ID, ObjectType } from 'type-graphql';
import type { CourseUnit as Row } from '../../projections/directory/table.ts';
import { Access } from '../access.ts';
import { CourseUnitKind } from '../enums/college.ts';
import { globalId } from '../global-id.ts';

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
}

/** A course unit as the API shows it. */
export const courseUnitOf = ({ courseUnit, code, title, kind }: Row): CourseUnit => ({
  id: globalId('CourseUnit', courseUnit),
  code,
  title,
  kind,
});
