/**
 * What an address is for: `public` ones lead to somebody; `private` and `carrier_grade_nat` ones are reused by
 * everybody, `reserved` covers the rest (loopback, link-local, multicast, documentation, benchmarks).
 */
export type IpRange = 'public' | 'private' | 'carrier_grade_nat' | 'reserved';

/** An Internet address at the size one household or host gets. */
export interface Ip {
  /** The IPv4 address, or the first 64 bits of the IPv6 address as `2001:db8:1:2::`. */
  readonly canonical: string;
  readonly version: 4 | 6;
  /** The wider network: IPv4 /24 (`192.0.2.`) or IPv6 /48 (`2001:db8:1:`). */
  readonly network: string;
  readonly range: IpRange;
}
