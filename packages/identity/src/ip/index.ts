import type { Comparison, IdentifierKey, Kind } from '../kind.ts';
import { canonicaliseIp } from './canonicalise.ts';
import type { Ip } from './ip.ts';

export type { Ip, IpRange } from './ip.ts';

/** Rungs of the address ladder, strongest first; `network` is a neighbour: one IPv4 /24 or IPv6 /48. */
export type IpLevel = 'exact' | 'network' | 'none';

/** Internet addresses, at the size one household or host gets: a whole IPv4 address or an IPv6 /64. */
export const ipKind: Kind<string, Ip> = {
  kind: 'ip',
  canonicalise: canonicaliseIp,
  compare: compareIps,
  keys: ipKeys,
  mask: (ip) => `${ip.network}…`,
};

function compareIps(left: Ip, right: Ip): Comparison {
  const level = levelOf(left, right);
  if (level === 'exact') {
    return { level, same: true, similarity: 1, why: ['one address or one /64'] };
  }
  if (level === 'network') {
    return { level, same: false, similarity: 0.5, why: ['neighbours in one network'] };
  }
  return { level, same: false, similarity: 0, why: [] };
}

/** Neighbourhood means nothing inside carrier NAT (RFC 6598) and private space: every operator has the same ones. */
function levelOf(left: Ip, right: Ip): IpLevel {
  if (left.canonical === right.canonical) return 'exact';
  const isPublic = left.range === 'public' && right.range === 'public';
  return isPublic && left.network === right.network ? 'network' : 'none';
}

/** Addresses that many networks reuse are no key. */
function ipKeys(ip: Ip): IdentifierKey[] {
  return ip.range === 'public' ? [{ type: 'ip', value: ip.canonical }] : [];
}
