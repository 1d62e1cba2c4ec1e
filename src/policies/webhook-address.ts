/** Why a webhook does not go to an address. */
export type AddressFault = 'malformed' | 'notHttps' | 'credentials' | 'query' | 'port' | 'notPublic';

/** An address stands in an event for ever, as a label. */
const LONGEST = 300;

/** HTTPS and its usual second port: anything else is a way to feel for services. */
const PORTS: ReadonlySet<string> = new Set(['', '8443']);

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Names that mean this machine or this network, or nothing at all (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`). */
const NOWHERE = /(^|\.)(localhost|local|internal|arpa|invalid|test|onion)$/u;

const isPublicName = (host: string): boolean => {
  // The parser of URLs has turned every way to write an IPv4 address into four numbers by now.
  const isAddress = host.startsWith('[') || /^[\d.]+$/u.test(host);
  return !isAddress && host.includes('.') && !NOWHERE.test(host);
};

/**
 * Why nothing is ever sent to an address, or `null`: HTTPS to a public name, and nothing in it that is secret, for it
 * stands in the log. What the name resolves to is looked at again whenever a connection is made. Where `loopback` is
 * allowed, the machine itself may be named too, over plain HTTP and on any port.
 */
export const addressFault = (address: string, loopback: boolean): AddressFault | null => {
  const url = address.length <= LONGEST ? URL.parse(address) : null;
  if (!url || /[\s\p{Cc}\p{Cs}\\]/u.test(address) || address.normalize('NFC') !== address) return 'malformed';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.search !== '' || url.hash !== '' || /[?#]/u.test(address)) return 'query';
  if (loopback && LOOPBACK.has(url.hostname)) return /^https?:$/u.test(url.protocol) ? null : 'notHttps';
  if (url.protocol !== 'https:') return 'notHttps';
  if (!isPublicName(url.hostname.replace(/\.$/u, ''))) return 'notPublic';
  return PORTS.has(url.port) ? null : 'port';
};
