/** Whether the long form runs, `npm run test:faults`; `npm test` runs the short one. */
const isLong = (globalThis as { readonly FAULTS?: unknown }).FAULTS === 'long';

/** As much of something as the form at hand asks for. */
export const inForm = <Amount>(short: Amount, long: Amount): Amount => (isLong ? long : short);
