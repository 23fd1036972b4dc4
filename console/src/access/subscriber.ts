import { ipKind } from '@doubletake/identity';

/**
 * Whom an address counts for when tries are counted: a whole IPv4 address or an IPv6 /64, since whoever has one address
 * of a /64 has all of it (RFC 6177). What is no address stands for itself.
 */
export function subscriber(ip: string): string {
  const read = ipKind.canonicalise(ip);
  return read.ok ? read.value.canonical : ip;
}
