import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AttemptOutcome } from '@doubletake/scoring';
import { isLoopback, isPublic } from './address.ts';

/** Every address of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Where to send to: the URL, and the address that was looked at and is the one to connect to. */
export interface Target {
  readonly url: URL;
  readonly address: string;
}

/** Which targets there may be. */
export interface TargetRules {
  readonly resolve: Resolve;
  /** Whether this machine may be told, by plain HTTP too: a demonstration. */
  readonly loopback: boolean;
}

/** Asks the system, hosts file included. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The target of a URL, or why nothing is sent there: `url_refused` for what is not plain HTTPS, `unreachable` for a name
 * nobody has, `address_refused` when any address of it is not on the Internet (OWASP, server-side request forgery).
 */
export async function targetOf(
  text: string,
  { resolve, loopback }: TargetRules,
): Promise<Target | AttemptOutcome> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return 'url_refused';
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) return 'url_refused';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = isIP(host) > 0 ? [host] : await resolve(host).catch(() => []);
  const [address] = addresses;
  if (address === undefined) return 'unreachable';
  const local = loopback && addresses.every(isLoopback);
  if (url.protocol === 'http:') return local ? { url, address } : 'url_refused';
  return local || addresses.every(isPublic) ? { url, address } : 'address_refused';
}
