import { Field, ID, InputType } from 'type-graphql';
import { uuidOf } from '../global-id.ts';

@InputType()
export abstract class CellInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;
}

/** The cell an input names. */
export const cellOf = ({ journalId, lessonId, studentId }: CellInput) => ({
  journal: uuidOf('Journal', journalId),
  lesson: uuidOf('Lesson', lessonId),
  student: uuidOf('Student', studentId),
});
