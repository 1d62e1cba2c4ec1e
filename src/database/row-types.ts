import { TypeOverrides, types } from 'pg';

const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

/**
 * How values come out of PostgreSQL, for one pool: `int8` as bigint, `date` as `2026-11-22`, `numeric` as text,
 * `timestamptz` as `Date`. Given to each pool, because the driver's own table is the whole process's.
 */
export function rowTypes(): TypeOverrides {
  const own = new TypeOverrides();
  own.setTypeParser(types.builtins.INT8, BigInt);
  own.setTypeParser(INT8_ARRAY, (text) =>
    elements(text).map((element) => (element === null ? null : BigInt(element))),
  );
  own.setTypeParser(types.builtins.DATE, (text) => text);
  own.setTypeParser(DATE_ARRAY, elements);
  return own;
}

/** The elements of `{1,NULL,3}`: numbers and days never need quotes. */
function elements(text: string): readonly (string | null)[] {
  if (text === '{}') return [];
  return text
    .slice(1, -1)
    .split(',')
    .map((element) => (element === 'NULL' ? null : element));
}
