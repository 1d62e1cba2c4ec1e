/** A college's own part of the log: a statement that names it opens and locks no other college's leaves. */
export const partOf = (no: number): string => `log.event_${String(no)}`;
