import type { z } from 'zod';

/** A text in the two languages of the API. */
export interface Words {
  readonly en: string;
  readonly ru: string;
}

/** A question that a college's regulation answers: one row of the table of parameters (requirements §2.2). */
export interface Parameter<Schema extends z.ZodType = z.ZodType> {
  /** What the value decides, for administrators and for whoever is refused because of it. */
  readonly governs: Words;
  /** Which values are possible; everything else is refused. `null` says that there is no rule. */
  readonly value: Schema;
  /** What holds where a regulation is silent: no rule, unless a conflict was settled (requirements §2.3). */
  readonly otherwise: z.infer<Schema>;
  /** The conflict between the sources that `otherwise` settles, `D-01`. */
  readonly conflict?: `D-${string}`;
  /** Edit windows, locks, and what keeps or watches over personal data: a change is in force only once a second person has confirmed it. */
  readonly secondPerson?: true;
}

/** Declares a parameter. */
export const defineParameter = <Schema extends z.ZodType>(parameter: Parameter<Schema>): Parameter<Schema> =>
  parameter;
