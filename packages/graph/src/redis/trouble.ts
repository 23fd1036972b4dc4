import { Redis, type Cluster } from 'ioredis';

/** Keeps what a connection last failed with, until it stands. Errors reach only who listens before they come. */
const heard = new WeakMap<Redis | Cluster, Heard>();

interface Heard {
  last: unknown;
  /** Where its server was then: a cluster's client that gave up its nodes for now names none. */
  where: string;
}

const CLOSED = 'it closes the connection';

/** What the client calls a connection that it no longer has. */
const GIVEN_UP = 'Connection is closed.';

/** What keeps a client from its server; undefined when nothing was heard. Asked with the first request, it hears all. */
export function troubleOf(redis: Redis | Cluster): string | undefined {
  const { last } = heard.get(redis) ?? listenTo(redis);
  return last === undefined ? undefined : causeOf(last);
}

function listenTo(redis: Redis | Cluster): Heard {
  const ear: Heard = { last: undefined, where: '' };
  heard.set(redis, ear);
  redis.on('error', (error: unknown) => {
    ear.where = addressOf(redis);
    // A cluster's client says of nodes it cannot look up that they are closed; why, was said before.
    if (causeOf(error) !== GIVEN_UP) ear.last = error;
    // INVARIANT: what was meant for one database is never written to another.
    if (isOfSelect(error)) redis.disconnect(!isUnknownDatabase(messageOf(error)));
  });
  redis.on('close', () => (ear.last ??= new Error(CLOSED)));
  // A connection that is given up for its database counts as ready until it is closed.
  redis.on('ready', () => (ear.last = isOfSelect(ear.last) ? ear.last : undefined));
  redis.on('connect', () => (ear.last = isOfSelect(ear.last) ? undefined : ear.last));
  return ear;
}

/** Where a client's server is, and whether it is to speak TLS; without what signs in there. */
export function addressOf(redis: Redis | Cluster): string {
  const nodes = redis instanceof Redis ? [redis] : redis.nodes();
  const named = nodes.map(
    ({ options: { host, port, path, tls } }) =>
      `${path ?? `${bracketed(host)}:${port ?? ''}`}${tls === undefined ? '' : ' over TLS'}`,
  );
  return named.length > 0 ? named.join(', ') : (heard.get(redis)?.where ?? '');
}

const bracketed = (host = ''): string => (host.includes(':') ? `[${host}]` : host);

/** Whether a server has no database of the number it was asked for. */
export const isUnknownDatabase = (text: string): boolean =>
  /DB index is out of range|invalid DB index/iu.test(text);

/** Whether a server did not let the client into the database it was told to use. */
function isOfSelect(error: unknown): boolean {
  const command: unknown = error instanceof Error && 'command' in error ? error.command : undefined;
  return (
    typeof command === 'object' &&
    command !== null &&
    'name' in command &&
    command.name === 'select'
  );
}

/** What Redis refused with, its first line without the arguments it was given. */
export function refusalIn(text: string): string | undefined {
  if (!/^[A-Z]{2,} /u.test(text)) return undefined;
  const [line = ''] = text.split(/\r?\n|, with args beginning with|,? script: /u);
  return line.replaceAll(/[^ -~]/gu, '').slice(0, LONGEST);
}

const LONGEST = 160;

function causeOf(error: unknown): string {
  const inner = error instanceof Error && 'lastNodeError' in error ? error.lastNodeError : error;
  const code = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  const text = messageOf(inner);
  return refusalIn(text) ?? (typeof code === 'string' ? code : text.slice(0, LONGEST));
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
