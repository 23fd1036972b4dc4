import { decisionJson, type Decision } from '@doubletake/scoring';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import { ClosedOutput } from '../cli/io.ts';
import { counted, decimal } from '../cli/numbers.ts';
import { paintFor, type Paint } from '../cli/paint.ts';
import { printable } from '../cli/printable.ts';
import { withEngine } from './stores/open-stores.ts';

/** Everything that fell due, decided now. */
export const wake: Command = {
  name: 'wake',
  summary: 'decide what has fallen due: payouts asked for, waits that ended, orders undone',
  about: [
    'Each screening owed is answered once, however late it runs, and by whichever process. Decisions are printed as soon as',
    'they are kept; ctrl-C ends it after the round under way. What a process that was killed kept and could not print any',
    'more, webhooks tell, at least once; so does asking for the reward again.',
    'With --json, one decision per line.',
  ],
  positionals: [],
  options: {},
  examples: [
    { line: 'wake', note: 'once, as from a timer' },
    { line: 'wake --json > decisions.ndjson', note: 'the decisions, for the payout service' },
  ],
  endsItself: true,
  run: async (args, io) => {
    const paint = paintFor(io.stdout, io);
    const asJson = args.flag('json');
    const told = async (decisions: readonly Decision[]): Promise<void> => {
      const lines = decisions.map((decision) =>
        asJson ? JSON.stringify(decisionJson(decision)) : lineOf(decision, paint),
      );
      await io.stdout.write(lines.map((line) => `${line}\n`).join('')).catch((error: unknown) => {
        throw unprinted(decisions, error);
      });
      io.signal.throwIfAborted();
    };
    const decisions = await withEngine(io, (doubletake) => doubletake.wake({ told }));
    if (!asJson) await io.stdout.write(`${counted(decisions.length, 'decision')}\n`);
    return EXIT.ok;
  },
};

/** INVARIANT: what was decided and not printed never ends well: no later run prints it. */
function unprinted(decisions: readonly Decision[], error: unknown): unknown {
  const isClosed = error instanceof ClosedOutput;
  if (!isClosed && !(error instanceof CommandError)) return error;
  const rewards = decisions.map(({ rewardId }) => `\`${rewardId}\``).join(', ');
  const why = isClosed ? 'nobody reads them any more' : error.message;
  return new CommandError({
    code: 'file_unwritable',
    message: `the decisions on ${rewards} are kept, and may not have been printed: ${why}`,
    hint: 'webhooks tell them; so does asking `screen` for the reward again',
  });
}

function lineOf({ rewardId, outcome, action, score, reasons }: Decision, paint: Paint): string {
  const shades = { release: paint.good, hold: paint.warn, block: paint.bad };
  const why = reasons.map(({ code }) => code).join(', ');
  return `${printable(rewardId)}  ${shades[outcome](`${outcome} → ${action}`)}  ${decimal(score, 1)}  ${why}`.trimEnd();
}
