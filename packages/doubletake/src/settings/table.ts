import path from 'node:path';
import { CONSOLE_SETTINGS } from './console-table.ts';
import { certificates, count, flag, folderThere, keys, url } from './readers.ts';
import { given, wrong, type Setting } from './setting.ts';

const LONGEST = 600_000;

/** What `pg` takes of a URL. */
const POSTGRES = {
  sslmode: ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'],
  sslrootcert: 'any',
  sslcert: 'any',
  sslkey: 'any',
  sslnegotiation: ['postgres', 'direct'],
  uselibpqcompat: ['true', 'false'],
  host: 'any',
  port: 'port',
  user: 'any',
  password: 'any',
  application_name: 'any',
  client_encoding: 'any',
  options: 'any',
} as const;

/** Every name that is read from the environment. A new one is a row. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'DATABASE_URL',
    value: 'URL',
    summary:
      'PostgreSQL 15 or later; TLS as in libpq, by `?sslmode=verify-full`; a pooler only if it pools by session',
    fallback: 'an embedded database in `DOUBLETAKE_DATA`',
    hint: 'write it as postgres://user:password@host:5432/database',
    secret: true,
    read: url({ protocols: ['postgres:', 'postgresql:'], parameters: POSTGRES }, (databaseUrl) => ({
      databaseUrl,
    })),
  },
  {
    name: 'REDIS_URL',
    value: 'URL[,URL…]',
    summary:
      'Redis 7 or later, an ACL user included; several nodes of a cluster, separated by commas',
    fallback: 'in memory, built from the ledger at start',
    hint: 'write it as redis://user:password@host:6379, or rediss:// for TLS',
    secret: true,
    read: url({ protocols: ['redis:', 'rediss:'], parameters: {}, several: true }, (redisUrl) => ({
      redisUrl,
    })),
  },
  {
    name: 'DOUBLETAKE_KEYS',
    value: 'JSON',
    summary: 'the text of a keys file; needed with `DATABASE_URL`',
    fallback: 'made and kept in `DOUBLETAKE_DATA`',
    hint: 'make a keys file with `doubletake keys new`',
    secret: true,
    read: keys,
  },
  {
    name: 'DOUBLETAKE_DATA',
    value: 'DIR',
    summary: 'the embedded database and its keys, when there is no `DATABASE_URL`',
    fallback: '`.doubletake` in the current folder',
    hint: 'name a folder that this process may write to',
    read: (text, base) => given({ folder: path.resolve(base, text) }),
  },
  {
    name: 'DOUBLETAKE_RULES',
    value: 'DIR',
    summary: 'rules, programmes and weights',
    fallback: 'those that come with doubletake',
    hint: 'name the folder that holds facts.json and packs/',
    read: folderThere((rules) => ({ rules })),
  },
  {
    name: 'DOUBLETAKE_ORGANIC_ORDERS',
    value: 'true|false',
    summary: 'whether orders of accounts nobody referred are recorded too',
    fallback: 'false',
    hint: 'write `true` only if every order is reported',
    read: flag((organicOrders) => ({ organicOrders })),
  },
  {
    name: 'DOUBLETAKE_DATABASE_CONNECTIONS',
    value: 'N',
    summary: 'connections to PostgreSQL that one process may hold',
    fallback: '10',
    hint: 'all processes together stay under the `max_connections` of the server',
    read: count([1, 1000], (connections) => ({ database: { connections } })),
  },
  {
    name: 'DOUBLETAKE_DATABASE_TIMEOUT',
    value: 'MS',
    summary: 'longest a connection or an answer of PostgreSQL may take, in milliseconds',
    fallback: '2500 in `serve` and in code, 10000 in commands',
    hint: 'give it in milliseconds',
    read: count([1, LONGEST], (timeout) => ({ database: { timeout } })),
  },
  {
    name: 'DOUBLETAKE_PROFILES_OPEN',
    value: 'N',
    summary: 'profiles kept open in memory, some 25 kB each',
    fallback: '4096',
    hint: 'as many as there are accounts that come up again and again',
    read: count([0, 10_000_000], (profilesOpen) => ({ database: { profilesOpen } })),
  },
  {
    name: 'DOUBLETAKE_REDIS_PREFIX',
    value: 'TEXT',
    summary: 'what every key begins with, so that several graphs can share a server',
    fallback: '`dt:`',
    hint: 'use at most 64 letters, digits and `_ . : -`',
    read: (text) =>
      /^[\w.:-]{1,64}$/u.test(text)
        ? given({ redis: { prefix: text } })
        : wrong(`is \`${text}\`, which no key may begin with`),
  },
  {
    name: 'DOUBLETAKE_REDIS_CLUSTER',
    value: 'true|false',
    summary: 'whether `REDIS_URL` names a Redis Cluster',
    fallback: 'whether it names several nodes',
    hint: 'write `true` when one node of a cluster is named',
    read: flag((cluster) => ({ redis: { cluster } })),
  },
  {
    name: 'DOUBLETAKE_REDIS_ACCOUNTS',
    value: 'N',
    summary:
      'accounts foreseen; settles into how many keys the graph is cut when it is first filled',
    fallback: '1000000',
    hint: 'a quarter or four times as many still fit well',
    read: count([1, 1_000_000_000], (accounts) => ({ redis: { accounts } })),
  },
  {
    name: 'DOUBLETAKE_REDIS_TIMEOUT',
    value: 'MS',
    summary: 'longest an answer of Redis may take, in milliseconds',
    fallback: '1000',
    hint: 'give it in milliseconds',
    read: count([1, LONGEST], (timeout) => ({ redis: { timeout } })),
  },
  {
    name: 'DOUBLETAKE_REDIS_CONNECT_TIMEOUT',
    value: 'MS',
    summary: 'longest a connection to Redis may take, in milliseconds',
    fallback: '2000',
    hint: 'give it in milliseconds',
    read: count([1, LONGEST], (connectTimeout) => ({ redis: { connectTimeout } })),
  },
  {
    name: 'DOUBLETAKE_REDIS_CA_FILE',
    value: 'FILE',
    summary: 'certificates (PEM) that a rediss:// server is trusted by',
    fallback: 'those of the system',
    hint: 'name a readable file of certificates',
    read: certificates((ca) => ({ redis: { tls: { ca } } })),
  },
  ...CONSOLE_SETTINGS,
];
