import ipaddr from 'ipaddr.js';
import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import { remembered } from '../remembered.ts';
import { embeddedIpv4 } from './embedded-ipv4.ts';
import type { Ip, IpRange } from './ip.ts';

/** The parser's range names that are not simply `reserved`. */
const RANGES: Readonly<Record<string, IpRange>> = {
  unicast: 'public',
  private: 'private',
  uniqueLocal: 'private',
  carrierGradeNat: 'carrier_grade_nat',
};

/**
 * Canonicalises an address: four decimal parts (no octal, hexadecimal or short forms, which URL parsers and log readers
 * disagree on) or IPv6, with or without brackets and zone. IPv4 inside IPv6 is taken out.
 */
export const canonicaliseIp: (raw: string) => Canonicalised<Ip> = remembered(4096, (raw) => {
  const text = raw
    .normalize('NFKC')
    .trim()
    .replace(/^\[(.*)\]$/u, '$1')
    .replace(/%.*$/u, '');
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return { ok: true, value: version4(text) };
  if (!text.includes(':') || !ipaddr.IPv6.isValid(text))
    return unreadable('identity_ip_unreadable', raw);
  const address = ipaddr.IPv6.parse(text);
  const inside = embeddedIpv4(address.parts);
  return { ok: true, value: inside === undefined ? version6(address) : version4(inside) };
});

function version4(text: string): Ip {
  const address = ipaddr.IPv4.parse(text);
  const canonical = address.toString();
  const network = canonical.slice(0, canonical.lastIndexOf('.') + 1);
  return { canonical, version: 4, network, range: RANGES[address.range()] ?? 'reserved' };
}

/** A subscriber gets at least a /64 (RFC 6177), inside which privacy extensions (RFC 8981) change the rest daily. */
function version6(address: ipaddr.IPv6): Ip {
  const leading = address.parts.slice(0, 4);
  const [first, second, third, fourth] = leading.map((part) => part.toString(16));
  const canonical = `${first}:${second}:${third}:${fourth}::`;
  const network = `${first}:${second}:${third}:`;
  const range = RANGES[new ipaddr.IPv6([...leading, 0, 0, 0, 0]).range()] ?? 'reserved';
  return { canonical, version: 6, network, range };
}
