import type { ConnectionOptions } from 'node:tls';

/** Where a Redis graph lives and how long it may take. */
export interface RedisGraphOptions {
  /** `redis://` or `rediss://` URL with user, password and database; for a cluster, some of its nodes separated by commas. */
  readonly url: string;
  /** Whether the URL names a Redis Cluster. @defaultValue whether it names several nodes */
  readonly cluster?: boolean;
  /** What every key begins with; letters, digits and `_ . : -`. Graphs with different prefixes share a server. @defaultValue 'dt:' */
  readonly prefix?: string;
  /**
   * Name of the ledger it is filled from: a graph of another one is refused. Letters, digits, `_` and `-`.
   * @defaultValue not asked
   */
  readonly ledger?: string;
  /**
   * How many accounts are foreseen, which settles into how many keys the graph is cut. Fixed until the graph is cleared;
   * a quarter or four times as many accounts still fit well. @defaultValue 1000000
   */
  readonly accounts?: number;
  /** The longest any request may take, in milliseconds. @defaultValue 1000 */
  readonly timeout?: number;
  /** The longest opening a connection may take, in milliseconds. @defaultValue 2000 */
  readonly connectTimeout?: number;
  /** Certificates and other TLS settings, for `rediss://`. @defaultValue the system's */
  readonly tls?: ConnectionOptions;
}

/** The options with nothing left open. */
export type SettledOptions = Required<Omit<RedisGraphOptions, 'tls'>> &
  Pick<RedisGraphOptions, 'tls'>;
