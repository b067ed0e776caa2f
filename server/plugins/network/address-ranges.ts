import { BlockList, isIP } from 'node:net';

/**
 * Addresses nothing may be sent to unless the operator names them: this machine, the office's own networks, and what
 * is no single machine. Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates).
 */
const inside = listOf([
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT; metadata of some clouds
  '127.0.0.0/8', // this machine
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '::/96', // unspecified, this machine, and IPv4-compatible addresses, which nobody uses honestly
  '64:ff9b::/96', // an IPv4 address behind NAT64
  '64:ff9b:1::/48',
  '100::/64', // discarded
  '2001::/23', // protocol assignments, Teredo among them: an IPv4 address inside
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: an IPv4 address inside
  '3fff::/20', // documentation
  '5f00::/16', // segment routing
  'fc00::/7', // private
  'fec0::/10', // private, of old
]);

/** Addresses nothing is ever sent to, whatever anybody permits: link-local, where clouds keep their secrets, and groups. */
const never = listOf([
  '0.0.0.0/8',
  '100.100.100.200/32',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  'fd00:ec2::254/128',
  'fe80::/10',
  'ff00::/8',
]);

/** What an address is to somebody who sends: anybody's, the office's own, or nobody's. */
export type AddressKind = 'public' | 'inside' | 'never';

/**
 * What kind of address this is.
 *
 * @param address IPv4 or IPv6, as resolvers write them; anything else is `never`
 */
export function addressKind(address: string): AddressKind {
  const plain = unmapped(address);
  const family = isIP(plain);
  if (family === 0) return 'never';
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (never.check(plain, type)) return 'never';
  return inside.check(plain, type) ? 'inside' : 'public';
}

/** Whether an address lies in a range such as `10.1.0.0/16`, or is the one address that was written. */
export function liesIn(address: string, range: string): boolean {
  const plain = unmapped(address);
  const family = isIP(plain);
  return family !== 0 && listOf([range]).check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a text is an address or a range of addresses. */
export function isRange(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
}

/** `::ffff:127.0.0.1`, in whichever way it is written, is 127.0.0.1. A zone (`%eth0`) is never part of an address here. */
function unmapped(address: string): string {
  if (isIP(address) !== 6) return address;
  const [, tail] = /^::ffff:(.+)$/i.exec(canonical(address)) ?? [];
  if (tail === undefined) return address;
  if (isIP(tail) === 4) return tail;
  const [high = 0, low = 0] = tail.split(':').map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function canonical(address: string): string {
  return address.includes('%') ? address : new URL(`http://[${address}]/`).hostname.slice(1, -1);
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const type = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(address, bits === undefined ? (type === 'ipv4' ? 32 : 128) : Number(bits), type);
  }
  return list;
}
