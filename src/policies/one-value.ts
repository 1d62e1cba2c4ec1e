/** So many marks of one kind of work at a lesson, all of one value, are a column that somebody should look at. */
export const MARKS_OF_ONE_VALUE = 10;

/** Whether the marks that stand in a column are so many and all alike; counted by their values. */
export const isOfOneValue = (counts: Readonly<Record<string, number>>): boolean => {
  const standing = Object.values(counts).filter((count) => count > 0);
  return standing.length === 1 && standing.every((count) => count >= MARKS_OF_ONE_VALUE);
};
