import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';
import { WorkType } from '../enums/journal.ts';

/** On a page, in a diary, and in the answer to a command. */
const reading = { capability: ['gradebook.read', 'diary.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'A mark in force.' })
export class Mark {
  @Access(reading)
  @Field(() => WorkType, { description: 'What it was given for.' })
  readonly workType!: string;

  @Access(reading)
  @Field(() => String, { description: 'Its value on the scale of the page.' })
  readonly value!: string;
}
