/** Stands for the text that a person would write: whether there is one is what a decision looks at. */
export const WHY = 'Considered, not written.';
