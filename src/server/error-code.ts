import { isErrorCode, type ErrorCode } from '../../schema/errors/error-codes.ts';

/** What other libraries call the same thing. */
const SYNONYMS: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_FOUND',
  UNAUTHORIZED: 'FORBIDDEN',
};

/** The code in the words of this API; a code nobody declared is a fault. */
export const errorCode = (code: unknown): ErrorCode => {
  if (typeof code !== 'string') return 'INTERNAL_SERVER_ERROR';
  return isErrorCode(code) ? code : (SYNONYMS[code] ?? 'INTERNAL_SERVER_ERROR');
};
