import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  CollegeInformation as InformationRow,
  Department as DepartmentRow,
  ReferenceCheck as CheckRow,
  StudyStream as StreamRow,
} from '../../projections/calendar/table-reference.ts';
import { Access } from '../access.ts';
import { InformationSection, ReferenceCheckOf } from '../enums/reference-data.ts';
import { globalId, globalIdOrNull } from '../global-id.ts';
import { Instant, LocalDate } from '../scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A department (отделение).' })
export class Department {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stream of groups (учебный поток).' })
export class StudyStream {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A section that describes the college.' })
export class CollegeInformation {
  @Access('signedIn')
  @Field(() => InformationSection, { description: 'Which section.' })
  readonly section!: InformationRow['section'];

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'What it says; null once erased.' })
  readonly text!: string | null;

  @Access('signedIn')
  @Field(() => Instant, { description: 'When it was last filled in.' })
  readonly filledAt!: string;
}

const checking = {
  capability: ['referenceData.check', 'groupComposition.check', 'auditTrail.read'],
} as const;

@ObjectType({ simpleResolvers: true, description: 'A check of reference data for a year or a month.' })
export class ReferenceCheck {
  @Access(checking)
  @Field(() => ReferenceCheckOf, { description: 'What it is of.' })
  readonly what!: CheckRow['what'];

  @Access(checking)
  @Field(() => String, { description: 'The academic year `2024`, or the month `2024-09`.' })
  readonly term!: string;

  @Access(checking)
  @Field(() => ID, { nullable: true, description: 'The group, where it is of one.' })
  readonly groupId!: string | null;

  @Access(checking)
  @Field(() => LocalDate, { nullable: true, description: 'When the source documents came.' })
  readonly documentsOn!: string | null;

  @Access(checking)
  @Field(() => LocalDate, { nullable: true, description: 'When they were due.' })
  readonly documentsDue!: string | null;

  @Access(checking)
  @Field(() => LocalDate, { nullable: true, description: 'When it was first done.' })
  readonly checkedOn!: string | null;

  @Access(checking)
  @Field(() => ID, { nullable: true, description: 'The account of who did it first.' })
  readonly checkedById!: string | null;

  @Access(checking)
  @Field(() => LocalDate, { nullable: true, description: 'Its last day by the regulation.' })
  readonly deadline!: string | null;

  @Access(checking)
  @Field(() => Boolean, { description: 'Whether it was first done after that day.' })
  readonly late!: boolean;

  @Access(checking)
  @Field(() => String, { nullable: true, description: 'The clause that sets the day.' })
  readonly clause!: string | null;

  @Access(checking)
  @Field(() => Int, { nullable: true, description: 'How many faults the last check found.' })
  readonly faults!: number | null;
}

/** A department as the API shows it. */
export const departmentOf = ({ department, name }: DepartmentRow): Department => ({
  id: globalId('Department', department),
  name,
});

/** A stream as the API shows it. */
export const studyStreamOf = ({ stream, name }: StreamRow): StudyStream => ({
  id: globalId('StudyStream', stream),
  name,
});

/** A check as the API shows it. */
export const referenceCheckOf = ({ of: _, group, checkedBy, ...row }: CheckRow): ReferenceCheck => ({
  ...row,
  groupId: globalIdOrNull('StudyGroup', group),
  checkedById: globalIdOrNull('Account', checkedBy),
  late: row.checkedOn !== null && row.deadline !== null && row.checkedOn > row.deadline,
});
