import type { InferKyselyDB, Kysely } from '@mikro-orm/postgresql';
import type { projections } from './register.ts';

/** Every table there is, by its name in the schema `read`, its columns by the names of the entity's properties. */
export type Tables = InferKyselyDB<
  (typeof projections)[number]['tables'][number]['entity'],
  { columnNamingStrategy: 'property' }
>;

/** What queries read through: typed by the tables, parameterised, and it gives plain rows. */
export type Reader = Kysely<Tables>;
