import { graphqlEnum } from './graphql-enum.ts';

/** What a key of the ledger signs. */
export const LedgerKeyKind = graphqlEnum<'log' | 'witness'>('LedgerKeyKind', 'What a key signs.', {
  log: 'The checkpoints of the log itself.',
  witness: 'Cosignatures of a witness.',
});
