/** Something of the ledger is malformed, or not what its signature or its hash says. The message is one sentence. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';
}
