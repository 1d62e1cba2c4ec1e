import { StartFault } from '../start-fault.ts';

/** The log was written by a version whose words were never released: this one would misread it. */
export const unreadableLog = (error: unknown): StartFault =>
  new StartFault(
    'The log there was written by an unreleased version and cannot be read: set another DATA_DIR or DATABASE_URL, or remove the data to begin anew.',
    { cause: error },
  );
