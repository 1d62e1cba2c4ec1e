import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A name leads to where nothing is sent. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
  readonly code = 'ERR_REFUSED_ADDRESS';
}

/** The one part of IPv6 that is given out: old ways to write an IPv4 address into a v6 one lie elsewhere. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address is one of the open network; with `loopback`, of this machine too. IPv4 within IPv6 is IPv4. */
export const isAllowedAddress = (text: string, loopback: boolean): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  const range = address.range();
  if (range === 'loopback') return loopback;
  return range === 'unicast' && (address.kind() === 'ipv4' || address.match(GIVEN_OUT));
};

/**
 * Resolves a name once for a connection, which goes to what was looked at and nowhere else. A name of which any address
 * is not allowed is refused whole: it is made to be resolved another way the next time (DNS rebinding).
 */
export const guardedLookup =
  (loopback: boolean, resolve: typeof lookup = lookup): LookupFunction =>
  (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowedAddress(address, loopback))) {
        callback(new RefusedAddress(`${host} does not lead to a public address.`), '', 0);
        return;
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
