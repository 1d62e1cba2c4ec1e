import { FieldResolver, ObjectType, Resolver, Root, type ClassType } from 'type-graphql';
import { Access } from '../access.ts';
import { verdictField, type VerdictField } from './verdict-field.ts';

/** What may be done to things of a kind. */
export interface CanDefinition<Noun extends object> {
  readonly noun: ClassType<Noun>;
  /** The name of the type. */
  readonly name: string;
  /** What is done to it, by the names of the fields. */
  readonly actions: Readonly<Record<string, VerdictField<Noun, never[]>>>;
}

/** Gives a noun the field `can`, under which each action is considered for this one thing. */
export const defineCan = <Noun extends object>({
  noun,
  name,
  actions,
}: CanDefinition<Noun>): readonly ClassType[] => {
  @ObjectType(name, { description: 'What the viewer may do with it now, and why not.' })
  class Actions {
    readonly noun!: Noun;
  }

  @Resolver(() => Actions)
  class ActionResolver {}
  for (const [action, { command, ...field }] of Object.entries(actions))
    verdictField(ActionResolver, action, {
      ...field,
      command: ({ noun: thing }: Actions, context, ...given: never[]) => command(thing, context, ...given),
    });

  @Resolver(() => noun)
  class CanEdge {
    @Access('signedIn')
    @FieldResolver(() => Actions, { description: 'What the viewer may do with it now, and why not.' })
    can(@Root() thing: Noun): Actions {
      return { noun: thing };
    }
  }
  return [ActionResolver, CanEdge];
};
