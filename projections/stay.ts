/** A stretch of days, ISO dates; `until` is the last day, `null` while it lasts. */
export interface Stay {
  readonly from: string;
  readonly until: string | null;
}

/** The same stays and one more, open one. */
export const joined = (stays: readonly Stay[], from: string): readonly Stay[] => [
  ...stays,
  { from, until: null },
];

/** The same stays with the open one ended. */
export const left = <S extends Stay>(stays: readonly S[], until: string): readonly S[] =>
  stays.map((stay) => (stay.until === null ? { ...stay, until } : stay));
