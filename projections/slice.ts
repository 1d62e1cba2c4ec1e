/** Part of a long list, newest first. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  /** Whether the list goes on behind the last row; its position is the cursor to ask from. */
  readonly hasMore: boolean;
}

/** Where a slice begins, and how long it is. */
export interface SliceAt {
  /** At least 1 and at most 100, whatever is asked for. */
  readonly first: number;
  /** The position of the last row that was seen. */
  readonly after?: bigint | undefined;
}

const MOST = 100;

/** How many rows a slice has. */
export const lengthOf = ({ first }: SliceAt): number => Math.max(1, Math.min(first, MOST));

/** Makes a slice of rows that were read one beyond its length. */
export const sliceOf = <Row>(rows: readonly Row[], length: number): Slice<Row> => ({
  rows: rows.slice(0, length),
  hasMore: rows.length > length,
});
