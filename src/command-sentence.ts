import { LedgerFault } from './ledger/fault.ts';
import { StartFault } from './start-fault.ts';

/** What a command may meet that is nobody's mistake in the program, by error code of the system or of PostgreSQL. */
const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file ${path}.`,
  EEXIST: (path) => `There is a file ${path} already.`,
  EADDRINUSE: () => 'The port is taken by another program.',
  '42501': () => 'Only who may act as the owner of the database can do this.',
  '55P03': () => 'The log is being read without a pause: try again.',
};

/** Runs a command's work; what is wrong with a file, a port, a log or one's rights becomes a sentence for the screen. */
export const orSentence = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await act();
  } catch (error) {
    const { code = '', path = '' } = error as NodeJS.ErrnoException;
    const sentence = error instanceof LedgerFault ? error.message : SENTENCES[code]?.(path);
    throw sentence === undefined ? error : new StartFault(sentence, { cause: error });
  }
};
