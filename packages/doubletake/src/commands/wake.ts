import { decisionJson, type Decision } from '@doubletake/scoring';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { decimal } from '../cli/numbers.ts';
import { paintFor, type Paint } from '../cli/paint.ts';
import { printable } from '../cli/printable.ts';
import { counted } from '../cli/numbers.ts';
import { withEngine } from './stores/open-stores.ts';

/** Everything that fell due, decided now. */
export const wake: Command = {
  name: 'wake',
  summary: 'decide what has fallen due: payouts asked for, waits that ended, orders undone',
  about: [
    'Nothing is lost when it runs late, or twice: each screening owed is answered once.',
    'With --json, one decision per line.',
  ],
  positionals: [],
  options: {},
  examples: [
    { line: 'wake', note: 'once, as from a timer' },
    { line: 'wake --json > decisions.ndjson', note: 'the decisions, for the payout service' },
  ],
  run: async (args, io) => {
    const decisions = await withEngine(io, (doubletake) => doubletake.wake());
    const paint = paintFor(io.stdout, io);
    const text = args.flag('json')
      ? decisions.map((decision) => `${JSON.stringify(decisionJson(decision))}\n`).join('')
      : [
          ...decisions.map((decision) => `${lineOf(decision, paint)}\n`),
          `${counted(decisions.length, 'decision')}\n`,
        ].join('');
    await io.stdout.write(text);
    return EXIT.ok;
  },
};

function lineOf({ rewardId, outcome, action, score, reasons }: Decision, paint: Paint): string {
  const shades = { release: paint.good, hold: paint.warn, block: paint.bad };
  const why = reasons.map(({ code }) => code).join(', ');
  return `${printable(rewardId)}  ${shades[outcome](`${outcome} → ${action}`)}  ${decimal(score, 1)}  ${why}`.trimEnd();
}
