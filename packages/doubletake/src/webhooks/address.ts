import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 nobody outside answers at: RFC 6890 and the registry it made, and where clouds keep what is secret. */
const CLOSED: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Within what is given out of IPv6, those that mean nobody, or an IPv4 address wrapped up. */
const CLOSED6: readonly (readonly [net: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [net, prefix] of CLOSED) closed.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of CLOSED6) closed.addSubnet(net, prefix, 'ipv6');

/** Everything IPv6 gives out to somebody (RFC 4291); mapped, local and translated addresses lie outside. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is somebody's on the Internet. What cannot be read is nobody's. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  return isIPv6(address) && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** Whether an address is this machine itself. */
export function isLoopback(address: string): boolean {
  return isIPv4(address) ? address.startsWith('127.') : address === '::1';
}
