import { gradebook } from './gradebook/gradebook.ts';

/** Every projection there is. A new one is a folder, an import and a line. */
export const projections = [gradebook] as const;
