import { hash } from 'node:crypto';

/** The stream that names every college. */
export const COLLEGES = 'gradeledger/colleges';

/** The stream that tells which records a college's log goes on without. */
export const asideOf = (college: string): string => `gradeledger/aside/${college}`;

/** What the names of all streams of a college begin with, and of no others. */
export const prefixOf = (college: string): string => `${college}/`;

/** The stream of a college's in KurrentDB; the names of our streams have no stroke. */
export const streamOf = (college: string, stream: string): string => `${prefixOf(college)}${stream}`;

/** The stream that holds the one record that tells that a command was stored. */
export const commandStreamOf = (college: string, commandId: string): string =>
  `${prefixOf(college)}command/${commandId}`;

/** The UUID version 5 of a command's `index`-th record: the same whenever the same command is sent. */
export function recordId(commandId: string, index: number): string {
  const space = Buffer.from(commandId.replaceAll('-', ''), 'hex');
  const digest = hash('sha1', Buffer.concat([space, Buffer.from(String(index))]), 'buffer').subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
