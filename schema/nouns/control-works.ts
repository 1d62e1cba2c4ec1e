import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';

const reading = { capability: ['control.read', 'monitoring.read'] } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'Control and current check works of a page (контрольные и проверочные работы).',
})
export class ControlWorksFigures {
  @Access(reading)
  @Field(() => Int, { description: 'In the schedule of control works.' })
  readonly planned!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Lessons at which one was held.' })
  readonly held!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Marks given for them.' })
  readonly marks!: number;
}
