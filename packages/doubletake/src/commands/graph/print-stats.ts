import type { GraphStats } from '@doubletake/scoring';
import { count } from '../../cli/numbers.ts';
import { table } from '../../cli/table.ts';

const WIDTH = 80;

/** What a graph keeps, for a person or a script. */
export function printStats(stats: GraphStats, json: boolean): string {
  if (json) return `${JSON.stringify(stats)}\n`;
  const { accounts, tokens, holders } = stats;
  return table(
    [{ heading: 'in the graph' }, { heading: 'count', align: 'right' }],
    [
      ['accounts', count(accounts)],
      ['tokens', count(tokens)],
      ['holders of tokens', count(holders)],
    ],
    WIDTH,
  );
}
