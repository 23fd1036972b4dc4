import { randomUUID } from 'node:crypto';
import { postgresPool } from '@doubletake/ledger';
import {
  newKeysFile,
  openDoubletake,
  parseKeys,
  type DoubletakeOptions,
  type Keys,
  type OpenDoubletake,
} from 'doubletake';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { NOW } from './referrals.ts';

export const KEYS_FILE: string = newKeysFile();
export const KEYS: Keys = parseKeys(KEYS_FILE);

/** What one deployment keeps its data in. */
export interface Place {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly prefix: string;
}

/** How an engine is opened in these tests. */
interface Opening extends Pick<DoubletakeOptions, 'clock' | 'rules' | 'warn'> {
  /** How long every request is given, in milliseconds: little only where a store is to say nothing. @defaultValue as for the patient */
  readonly timeout?: number;
}

/** An engine on a place. */
export function openAt(
  { databaseUrl, redisUrl, prefix }: Place,
  { timeout = PATIENT.timeout, ...options }: Opening = {},
): Promise<OpenDoubletake> {
  return openDoubletake({
    databaseUrl,
    redisUrl,
    keys: KEYS,
    clock: () => NOW,
    ...options,
    database: { timeout },
    redis: { prefix, timeout, connectTimeout: timeout },
  });
}

/** A Redis and a PostgreSQL server that tests share, each with a place of its own. */
export interface Servers {
  readonly redis: RedisServer;
  readonly postgres: PostgresServer;
  /** A database and a prefix that nobody else uses. */
  readonly place: () => Promise<Place>;
  readonly stop: () => Promise<void>;
}

export async function startServers(...redisSettings: readonly string[]): Promise<Servers> {
  const [redis, postgres] = await Promise.all([
    startRedis(...redisSettings),
    startPostgres({ fsync: 'off' }),
  ]);
  return {
    redis,
    postgres,
    place: async () => newPlace(postgres, redis.url),
    stop: async () => {
      await Promise.all([redis.stop(), postgres.stop()]);
    },
  };
}

/** A place on a PostgreSQL server, beside any Redis. */
export async function newPlace(postgres: PostgresServer, redisUrl: string): Promise<Place> {
  if (!migrated.has(postgres)) migrated.set(postgres, newDatabase(postgres).then(openOnce));
  const template = await migrated.get(postgres);
  const databaseUrl = await newDatabase(postgres, template);
  return { databaseUrl, redisUrl, prefix: `${nameIn(databaseUrl)}:` };
}

/** A database of each server that others begin as: migrating one for every test is most of what their opening costs. */
const migrated = new WeakMap<PostgresServer, Promise<string>>();

const nameIn = (databaseUrl: string): string => new URL(databaseUrl).pathname.slice(1);

async function newDatabase(
  { url }: Pick<PostgresServer, 'url'>,
  template?: string,
): Promise<string> {
  const name = `fault_${randomUUID().replaceAll('-', '')}`;
  const like = template === undefined ? '' : ` template ${nameIn(template)}`;
  await query(url, `create database ${name}${like}`);
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function openOnce(databaseUrl: string): Promise<string> {
  const engine = await openDoubletake({ databaseUrl, keys: KEYS, database: PATIENT });
  await engine.close();
  return databaseUrl;
}

/** A copy of a database that nobody is connected to. */
export async function copyOf(databaseUrl: string): Promise<string> {
  const url = Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).href;
  return newDatabase({ url }, databaseUrl);
}

/** Makes a database what a copy of it is, whoever is connected: as when a backup is restored, or a server takes over. */
export async function putBack(databaseUrl: string, copyUrl: string): Promise<void> {
  const server = Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).href;
  await query(server, `drop database ${nameIn(databaseUrl)} with (force)`);
  await query(server, `create database ${nameIn(databaseUrl)} template ${nameIn(copyUrl)}`);
}

/** Asks a database behind the engine's back. */
export async function query<Row extends object>(
  databaseUrl: string,
  text: string,
): Promise<readonly Row[]> {
  const pool = postgresPool({ url: databaseUrl, ...PATIENT });
  try {
    const { rows } = await pool.query<Row>(text);
    return rows;
  } finally {
    await pool.end();
  }
}

/** The network to a place, which a test can make fail. */
export interface Network extends Record<'redis' | 'postgres', TcpProxy> {
  /** The same place, reached over it. */
  readonly far: Place;
  readonly stop: () => Promise<void>;
}

export async function networkTo(place: Place): Promise<Network> {
  const [redis, postgres] = await Promise.all([
    startTcpProxy(Number(new URL(place.redisUrl).port)),
    startTcpProxy(Number(new URL(place.databaseUrl).port)),
  ]);
  return {
    redis,
    postgres,
    far: {
      ...place,
      databaseUrl: postgres.through(place.databaseUrl),
      redisUrl: redis.through(place.redisUrl),
    },
    stop: async () => {
      await Promise.all([redis.stop(), postgres.stop()]);
    },
  };
}
