import { Field, ID, ObjectType } from 'type-graphql';
import type { Student as Row } from '../../projections/directory/table-groups.ts';
import { Access } from '../access.ts';
import { Personal } from '../personal.ts';
import { FormOfStudy } from '../enums/college.ts';
import { globalId, globalIdOrNull } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';

/** Who reads pages, and learners and guardians in their diary; which students, the scope decides. */
const reading = { capability: ['directory.read', 'diary.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'A student (обучающийся).' })
export class Student {
  readonly groupUuid!: string | null;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Surname; null where it was erased.' })
  readonly familyName!: string | null;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'First name; null where it was erased.' })
  readonly givenName!: string | null;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Patronymic, if any.' })
  readonly patronymic!: string | null;

  @Access(reading)
  @Field(() => Boolean, {
    description: 'Whether the name was destroyed: then it is null, and the id is all that is left.',
  })
  readonly isErased!: boolean;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the enrolment.' })
  readonly enrolledFrom!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day, once the enrolment has ended.' })
  readonly enrolledUntil!: string | null;

  @Access(reading)
  @Field(() => FormOfStudy, { nullable: true, description: 'How they study.' })
  readonly formOfStudy!: Row['formOfStudy'];

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The individual curriculum, if there is one.' })
  readonly individualCurriculumId!: string | null;
}

/** A student as the API shows it. */
export const studentOf = ({ student, group, individualCurriculum, ...row }: Row): Student => ({
  ...row,
  individualCurriculumId: globalIdOrNull('Curriculum', individualCurriculum),
  id: globalId('Student', student),
  // A name is never recorded without a surname, so where there is none it was erased.
  isErased: row.familyName === null,
  groupUuid: group,
});
