import { TypeOverrides, types } from 'pg';

const TEXT_ARRAY = 1009;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

/**
 * How values come out of PostgreSQL, for one pool: `int8` as bigint, `date` as `2026-11-22`, `numeric` as text,
 * `timestamptz` as `Date`. Given to each pool, because the driver's own table is the whole process's.
 */
export function rowTypes(): TypeOverrides {
  const own = new TypeOverrides();
  const textArray = types.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[];
  own.setTypeParser(types.builtins.INT8, BigInt);
  own.setTypeParser(INT8_ARRAY, (text) =>
    textArray(text).map((value) => (value === null ? null : BigInt(value))),
  );
  own.setTypeParser(types.builtins.DATE, (text) => text);
  own.setTypeParser(DATE_ARRAY, textArray);
  return own;
}
