/**
 * PostgreSQL array literals for values that were checked before they came here: numbers, and texts that hold
 * neither quote nor backslash. They are query parameters like any other; this only saves the driver's escaping.
 */
export const numbers = (values: readonly number[]): string => `{${values.join(',')}}`;

/** As `numbers`, for texts without quotes and backslashes. */
export const words = (values: readonly string[]): string =>
  values.length === 0 ? '{}' : `{"${values.join('","')}"}`;

/** As `numbers`, for bytes given in hex. */
export const bytes = (hex: readonly string[]): string =>
  hex.length === 0 ? '{}' : `{"\\\\x${hex.join('","\\\\x')}"}`;
