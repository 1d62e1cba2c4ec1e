/** The code of a failed system call or statement, `ENOENT` or `42501`; `null` for any other failure. */
export const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
