import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StudyGroup as Row } from '../../projections/directory/table-groups.ts';
import { Access } from '../access.ts';
import { globalId } from '../global-id.ts';

const reading = { capability: ['directory.read', 'diary.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'A study group (учебная группа).' })
export class StudyGroup {
  readonly uuid!: string;
  readonly curatorUuid!: string | null;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The year of study.' })
  readonly year!: number;

  @Access(reading)
  @Field(() => Int, { description: 'The semester within the whole training.' })
  readonly semester!: number;
}

/** A group as the API shows it. */
export const groupOf = ({ group, curator, ...row }: Row): StudyGroup => ({
  ...row,
  id: globalId('StudyGroup', group),
  uuid: group,
  curatorUuid: curator,
});
