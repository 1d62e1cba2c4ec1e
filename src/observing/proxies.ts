import { BlockList, isIP } from 'node:net';

/** Whether the other side of a connection is a proxy whose word is taken for who sent a request. */
export type TrustsPeer = (address: string | undefined) => boolean;

const isWithin = (bits: string, most: number): boolean => /^\d{1,3}$/u.test(bits) && Number(bits) <= most;

/** Whether it is an address, or a network such as `10.0.0.0/8`. */
export const isNetwork = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || isWithin(bits, family === 4 ? 32 : 128);
};

/** Trusts the addresses and networks of a list, and nobody where it is empty. */
export const trustIn = (networks: readonly string[]): TrustsPeer => {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const family = isIP(address ?? '');
    return (
      family !== 0 && networks.length > 0 && trusted.check(address ?? '', family === 4 ? 'ipv4' : 'ipv6')
    );
  };
};
