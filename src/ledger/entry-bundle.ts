import { LedgerFault } from './fault.ts';

/** The longest entry that a bundle can hold: its length is written in two bytes. */
const LONGEST = 65_535;

/** Leaves one after another, each after its length in two bytes, the larger first (C2SP tlog-tiles). */
export const writeEntries = (entries: readonly Uint8Array[]): Buffer =>
  Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > LONGEST) throw new LedgerFault('An entry has over 65,535 bytes.');
      const length = Buffer.allocUnsafe(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );

/** The leaves of a bundle. Throws `LedgerFault` where one is cut short. */
export const readEntries = (bundle: Uint8Array): readonly Buffer[] => {
  const bytes = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at + 2;
    const end = start <= bytes.length ? start + bytes.readUInt16BE(at) : Infinity;
    if (end > bytes.length) throw new LedgerFault('A bundle of entries is cut short.');
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  return entries;
};
