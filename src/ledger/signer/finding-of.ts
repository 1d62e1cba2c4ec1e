import { LedgerFault } from '../fault.ts';
import { SignerRefusal, type Finding } from './finding.ts';
import { DatabaseAway } from './signer-database.ts';

/**
 * What an error of a round says of the log or of the signer's folder, when so many events were signed. An error of the
 * database, or of the program, is passed on.
 */
export const findingOf = (error: unknown, size: number): Finding => {
  if (error instanceof SignerRefusal) return error.finding;
  if (error instanceof LedgerFault)
    return { code: 'STATE_DAMAGED', size, position: null, sentence: `${error.message} Put the folder back.` };
  if (error instanceof DatabaseAway || !Error.isError(error) || !('errno' in error)) throw error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  const sentence = `The folder of the signer cannot be used (${code ?? 'error'} at ${syscall ?? 'a file'}).`;
  return { code: 'STATE_UNUSABLE', size, position: null, sentence };
};
