/** So many changes of marks by one account, in one command or one minute, are changes in bulk. */
export const BULK_CHANGES = 10;

/** Whether changes that were made together are so many that somebody should look. */
export const isBulk = (together: number): boolean => together >= BULK_CHANGES;
