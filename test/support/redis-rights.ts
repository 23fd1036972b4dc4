import { readFileSync } from 'node:fs';
import type { RedisServer } from './redis-server.ts';

/** A password that has to be written differently in a URL. */
const PASSWORD = 'p@ss:w/rd %';

/** What the graph's README tells to give its account: on every server, and on a node of a cluster besides. */
const [ON_ANY = [], ON_NODES = []] = readFileSync(
  new URL('../../packages/graph/README.md', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.startsWith('ACL SETUSER doubletake '))
  .map((line) => line.split(' ').slice(3));

export const RIGHTS = { server: ON_ANY, node: [...ON_ANY, ...ON_NODES] } as const;

/** Lets an account in with some rights, to keys that begin with its name, and nobody without one; gives the URL it uses. */
export async function letIn(
  { client, url }: RedisServer,
  name: string,
  rights: readonly string[],
): Promise<string> {
  const theirs = rights.map((each) =>
    each.replace('>secret', `>${PASSWORD}`).replace('~dt:', `~${name}`),
  );
  await client.call('ACL', 'SETUSER', name, 'reset', ...theirs);
  return Object.assign(new URL(url), { username: name, password: encodeURIComponent(PASSWORD) })
    .href;
}
