import type { ValidationRule } from 'graphql';
import { aliases } from './aliases.ts';
import { credentials } from './credentials.ts';
import { depth } from './depth.ts';
import { directives } from './directives.ts';
import { mutations } from './mutations.ts';
import { rootFields } from './root-fields.ts';
import { selections } from './selections.ts';

/** The limits that a document's shape alone decides: the register of the rules in this folder. */
export const limits: readonly ValidationRule[] = [
  aliases,
  credentials,
  depth,
  directives,
  mutations,
  rootFields,
  selections,
];

/** Tokens of a document; the parser stops there. */
export const MAX_TOKENS = 2_000;

/** Bytes of a request's body; a whole page of marks takes some 60 kB. */
export const MAX_BODY = 1_048_576;
