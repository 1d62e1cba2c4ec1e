import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Capability } from '../src/policies/access.ts';
import type { Shown } from './personal.ts';

/** One capability, or several of which any one is enough (a mark is read on a page and in a diary). */
export type Required = Capability | readonly Capability[];

/**
 * Who may ever read a field or call an operation: anyone (`public`), whoever has a session (`signedIn`),
 * or a role with the capability. `deny: 'null'` answers a nullable field with null instead of a refusal.
 * Which pages, groups and students a viewer may see is not decided here but by the scope of the query.
 */
export type AccessPolicy =
  'public' | 'signedIn' | { readonly capability: Required; readonly deny?: 'error' | 'null' };

/** What the guard must know about a request: who asks, and where to note what was withheld. */
export interface AccessContext {
  readonly viewer: { readonly capabilities: ReadonlySet<Capability> } | null;
  /** Fields answered with null because the viewer may not read them, as `Type.field`. */
  readonly redactions: Set<string>;
  /** Where personal data that are shown are noted, by type; absent where their reading is not recorded. */
  readonly shown?: Shown | null;
}

/** Declares a field's, query's or mutation's policy; a field without one does not build. */
export const Access = (policy: AccessPolicy): PropertyDecorator & MethodDecorator =>
  Extensions({ access: policy });

/** The policy declared on a field, or undefined where it was forgotten. */
export const policyOf = (
  field: Pick<GraphQLField<unknown, unknown>, 'extensions'>,
): AccessPolicy | undefined => field.extensions['access'] as AccessPolicy | undefined;

/** The capabilities a policy names; none for `public` and `signedIn`. */
export const requiredBy = (policy: AccessPolicy): readonly Capability[] =>
  typeof policy === 'string'
    ? []
    : typeof policy.capability === 'string'
      ? [policy.capability]
      : policy.capability;

/** The policy as one synchronous question: the guard asks it for every field of every row. */
export const gate = (policy: AccessPolicy): ((viewer: AccessContext['viewer']) => boolean) => {
  if (policy === 'public') return () => true;
  if (policy === 'signedIn') return (viewer) => viewer !== null;
  const [only, ...others] = requiredBy(policy);
  if (only !== undefined && others.length === 0) return (viewer) => viewer?.capabilities.has(only) ?? false;
  const any = requiredBy(policy);
  return (viewer) => viewer !== null && any.some((capability) => viewer.capabilities.has(capability));
};

/** Whether a denied field reads null instead of refusing the operation. */
export const isRedactable = (policy: AccessPolicy): boolean =>
  typeof policy === 'object' && policy.deny === 'null';
