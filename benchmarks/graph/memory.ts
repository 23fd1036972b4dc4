import { redisIdentityGraph } from '@doubletake/graph';
import { load } from './load.ts';
import { startServers } from './servers.ts';

/** Loads accounts into an empty server and tells what each of them costs there. */
export async function measureMemory(accounts: number, foreseen: number): Promise<void> {
  const servers = await startServers(1);
  try {
    const before = await memoryOf(servers.clients[0]);
    const graph = redisIdentityGraph({ url: servers.url, accounts: foreseen, timeout: 10_000 });
    const { perSecond, perCpuSecond } = await load(graph, accounts);
    const after = await memoryOf(servers.clients[0]);
    const each = (name: 'used_memory' | 'used_memory_rss'): number =>
      Math.round((after[name] - before[name]) / accounts);
    const size = await servers.clients[0]?.dbsize();
    console.log(
      `| ${accounts} | ${foreseen} | ${size} | ${each('used_memory')} | ${each('used_memory_rss')} | ${perSecond} | ${perCpuSecond} |`,
    );
    await graph.close();
  } finally {
    servers.stop();
  }
}

async function memoryOf(
  client: { info: (section: string) => Promise<string> } | undefined,
): Promise<Record<'used_memory' | 'used_memory_rss', number>> {
  const info = (await client?.info('memory')) ?? '';
  const read = (name: string): number => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1]);
  return { used_memory: read('used_memory'), used_memory_rss: read('used_memory_rss') };
}
