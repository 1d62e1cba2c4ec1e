import { Ctx, FieldResolver, Root, type ClassType } from 'type-graphql';
import type { Command } from '../../src/decisions/register.ts';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { VERDICT_COST } from './command-verdicts.ts';
import { Verdict, verdictOn, type Considered } from './verdict.ts';

/** Where a parameter decorator goes. */
export type ParameterPlace = [prototype: object, field: string, index: number];

/** A command to be considered under a field. */
export interface VerdictField<Noun, Given extends readonly unknown[]> extends Omit<Considered, 'make'> {
  readonly description: string;
  /** Declares the arguments, counted from 0. */
  readonly args?: (at: (index: number) => ParameterPlace) => void;
  readonly command: (noun: Noun, context: Context, ...given: Given) => Command | Promise<Command>;
}

/** Parameters of the resolver before the arguments: what it is about, and the context. */
const BEFORE = 2;

/**
 * Gives a class of resolvers a field that answers with a verdict. The method is named as the field is: type-graphql
 * finds the resolver of a field by the name of its method.
 */
export const verdictField = <Noun, Given extends readonly unknown[]>(
  resolver: ClassType,
  field: string,
  { description, args, command, ...considered }: VerdictField<Noun, Given>,
): void => {
  const prototype = resolver.prototype;
  const value = (noun: Noun, context: Context, ...given: Given): Promise<Verdict> =>
    verdictOn(context, { ...considered, make: () => command(noun, context, ...given) });
  const method = { value, configurable: true, writable: true };
  Object.defineProperty(prototype, field, method);
  Root()(prototype, field, 0);
  Ctx()(prototype, field, 1);
  args?.((index) => [prototype, field, BEFORE + index]);
  FieldResolver(() => Verdict, { description, complexity: VERDICT_COST })(prototype, field, method);
  Access('signedIn')(prototype, field, method);
};
