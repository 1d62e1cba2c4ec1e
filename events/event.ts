import { z } from 'zod';

/**
 * Why a piece of personal data is kept, and so how long and under which key:
 * identity (names of students), contact (phone, e-mail), special (free text, health reasons), guardian (who answers for
 * whom), staff (the name on an account: of staff, kept as long as their marks; of a learner, as long as the learner's).
 */
export const PURPOSES = ['identity', 'contact', 'special', 'guardian', 'staff'] as const;

/** One of the purposes. */
export type Purpose = (typeof PURPOSES)[number];

/** How one sealed field of an event is kept: why, and about whom. */
export interface Sealing<Data> {
  readonly purpose: Purpose;
  readonly meaning: string;
  /** The id of the person the text is about: with this subject's key it is later sealed and erased. */
  readonly subject: (data: Data) => string;
}

/** Lifts the data of one version of an event to the next; pure, and never changed once released. */
export type Upcaster = (data: never) => unknown;

/**
 * What can be said to have happened: a type, its current version, the shape of its data,
 * the personal data it commits to, and the steps that lift its older versions.
 */
export interface EventDefinition<
  Type extends string = string,
  Schema extends z.ZodType = z.ZodType,
  Field extends string = string,
  Category extends string = string,
> {
  readonly type: Type;
  /** The category of the stream it is written to, the part before the first dash. */
  readonly category: Category;
  readonly version: number;
  readonly meaning: string;
  readonly data: Schema;
  readonly sealed: Readonly<Record<Field, Sealing<z.infer<Schema>>>>;
  /** `upcasters[i]` lifts version i + 1 to i + 2. */
  readonly upcasters: readonly Upcaster[];
}

/** Declares an event. Version 1 has no upcasters; version n has n - 1 of them, oldest first. */
export const defineEvent = <
  const Type extends string,
  Schema extends z.ZodType,
  const Category extends string,
  const Field extends string = never,
>(
  definition: Omit<EventDefinition<Type, Schema, Field, Category>, 'version' | 'sealed' | 'upcasters'> & {
    readonly sealed?: Readonly<Record<Field, Sealing<z.infer<Schema>>>>;
    readonly upcasters?: readonly Upcaster[];
  },
): EventDefinition<Type, Schema, Field, Category> => {
  const upcasters = definition.upcasters ?? [];
  return {
    ...definition,
    version: upcasters.length + 1,
    sealed: definition.sealed ?? ({} as Readonly<Record<Field, Sealing<z.infer<Schema>>>>),
    upcasters,
  };
};

/** An event in the hands of the core: its data in the clear, its personal data beside it. */
export type EventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Schema, infer Field>
    ? {
        readonly type: Type;
        readonly data: z.infer<Schema>;
        /** `null` where the text was erased; absent where none was given. */
        readonly sealed?: Readonly<Partial<Record<Field, string | null>>>;
      }
    : never;

/** Any event, before its type is known. */
export interface AnyEvent {
  readonly type: string;
  readonly data: unknown;
  readonly sealed?: Readonly<Partial<Record<string, string | null>>>;
}
