import { LedgerFault } from './fault.ts';

/** Reads standard Base64; nothing but the one way of writing those bytes is accepted. Throws `LedgerFault`. */
export const fromBase64 = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new LedgerFault('What should be Base64 is not.');
  return bytes;
};
