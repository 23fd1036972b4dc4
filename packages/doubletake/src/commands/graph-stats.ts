import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { printStats } from './graph/print-stats.ts';
import { withEngine } from './stores/open-stores.ts';

/** How much the graph keeps. */
export const graphStats: Command = {
  name: 'graph stats',
  summary: 'count what the identity graph keeps: accounts, tokens, holders',
  about: ['Reads the whole graph, some of it at a time.'],
  positionals: [],
  options: {},
  examples: [{ line: 'graph stats --json', note: 'for a dashboard' }],
  run: async (args, io) => {
    const stats = await withEngine(io, ({ parts }) => parts.graph.stats());
    await io.stdout.write(printStats(stats, args.flag('json')));
    return EXIT.ok;
  },
};
