import { decisionJson } from '@doubletake/scoring';
import type { Arguments, Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { openLines } from '../cli/ndjson-lines.ts';
import { counted } from '../cli/numbers.ts';
import { openOutput } from '../cli/output-file.ts';
import { paintFor } from '../cli/paint.ts';
import { problemLog } from '../cli/problem-log.ts';
import { say } from '../cli/say.ts';
import { replay as replayEvents } from '../replay.ts';
import type { ReplaySummary } from '../replay-summary.ts';
import { openPolicy, POLICY_OPTIONS } from './policy/open-rules.ts';
import { bars } from './replay/bars.ts';
import { printSummary } from './replay/print-summary.ts';

/** A file of events decided by its own clock, without any store. */
export const replay: Command = {
  name: 'replay',
  summary: 'run a file of events by its own clock and decide every reward in it',
  about: [
    'Writes one decision per line with --out and ends with what became of the rewards, why, and how much money it is.',
    'The same events and rules give the same bytes. A bad line is reported and the rest goes on; exit code 1 then.',
  ],
  positionals: [
    { name: 'EVENTS', summary: 'NDJSON, plain or gzip, in any order; - is standard input' },
  ],
  options: {
    out: {
      value: 'FILE',
      summary:
        'where the decisions go; - is standard output, and the tables then move to the error output',
    },
    ...POLICY_OPTIONS,
  },
  examples: [
    { line: 'replay events.ndjson.gz --out decisions.ndjson', note: 'decide a year of referrals' },
    {
      line: 'replay events.ndjson --pack evidence --json',
      note: 'what another risk pack would have done, as JSON',
    },
  ],
  run: async (args, io) => {
    const policy = await openPolicy(args, io);
    const lines = await openLines(args.positionals[0] ?? '-', io);
    const name = args.option('out');
    const out = await openOutput(name, io);
    const problems = problemLog(io);
    const progress = bars(lines, io);
    try {
      const summary = await replayEvents({
        lines: progress.lines,
        policy,
        write: name === undefined ? () => {} : (line) => out.write(`${line}\n`),
        onProblem: problems.add,
        onProgress: progress.deciding,
      });
      await out.finish();
      await progress.finish();
      await problems.finish();
      await conclude(summary, args, io);
    } catch (error) {
      await out.discard();
      await progress.finish();
      throw error;
    }
    if (problems.count() === 0) return EXIT.ok;
    const passedOver = problems.count();
    await say(io, {
      text: `${counted(passedOver, 'problem')}; those lines were passed over\n`,
      json: { progress: { passedOver } },
    });
    return EXIT.no;
  },
};

async function conclude(summary: ReplaySummary, args: Arguments, io: Io): Promise<void> {
  const { example, ...rest } = summary;
  const to = args.option('out') === '-' ? io.stderr : io.stdout;
  await to.write(
    args.flag('json')
      ? `${JSON.stringify({ ...rest, ...(example === undefined ? {} : { example: decisionJson(example) }) }, undefined, 2)}\n`
      : printSummary(summary, { width: to.columns, paint: paintFor(to, io) }),
  );
}
