import type { ParameterKey, ValueOf } from './parameters.ts';
import type { Words } from './parameter.ts';

/** What a regulation says about a parameter: a value and its clause, or nothing. */
export type Stated<Value> = { readonly value: Value; readonly clause: string } | 'silent';

/** The regulation of one real college, parameter by parameter; a key left out does not compile. */
export interface Preset {
  readonly title: Words;
  readonly says: { readonly [Key in ParameterKey]: Stated<ValueOf<Key>> };
}
