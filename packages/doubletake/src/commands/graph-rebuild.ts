import { rebuildGraph } from '../care/rebuild-graph.ts';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { problemLog } from '../cli/problem-log.ts';
import { progress } from '../cli/progress.ts';
import { printStats } from './graph/print-stats.ts';
import { audited } from './stores/audited.ts';
import { configured, withParts } from './stores/open-stores.ts';

/** The graph made anew from the ledger. */
export const graphRebuild: Command = {
  name: 'graph rebuild',
  summary: 'empty the identity graph and fill it anew from the ledger',
  about: [
    'Decisions come out the same afterwards. While it runs, an engine that screens waits for the graph to catch up, and',
    'decides by the programme’s fail mode when that takes too long. It goes account by account, then follows what was',
    'recorded meanwhile. It can be cut short and run again, from the beginning. An account whose profile does not open any',
    'more is passed over and named; exit code 1 then. A graph that another ledger filled is taken from it.',
    'The ledger keeps what profiles were read as until they change, so that most of them need not be opened.',
  ],
  positionals: [],
  options: {
    afresh: { summary: 'read every profile again, also those that have not changed since' },
  },
  examples: [
    { line: 'graph rebuild', note: 'after Redis lost its data' },
    { line: 'graph rebuild --afresh', note: 'when what was kept is not to be believed' },
  ],
  run: async (args, io) => {
    const problems = problemLog(io);
    const stats = await withParts(configured(io), async (parts) => {
      if (args.flag('afresh')) await parts.ledger.census.forgetKept();
      const { accounts } = await parts.ledger.census.extent();
      const bar = progress({ label: 'rebuilding', total: accounts }, io);
      try {
        const rebuilt = await rebuildGraph(parts, bar.tick, (ids) => {
          for (const id of ids)
            problems.add({
              code: 'ledger_seal_broken',
              message: `the profile of \`${id}\` does not open`,
            });
        });
        await audited(
          parts,
          { action: 'graph.rebuild', subject: 'graph:all', details: { ...rebuilt } },
          io,
        );
        return rebuilt;
      } finally {
        await bar.finish();
      }
    });
    await problems.finish();
    await io.stdout.write(printStats(stats, args.flag('json')));
    return problems.count() === 0 ? EXIT.ok : EXIT.no;
  },
};
