import type { Recorded } from '@doubletake/scoring';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { openLines } from '../cli/ndjson-lines.ts';
import { untilAborted } from '../cli/interrupts.ts';
import { count, counted } from '../cli/numbers.ts';
import { problemLog } from '../cli/problem-log.ts';
import { progress } from '../cli/progress.ts';
import { recordLines } from '../record-lines.ts';
import { withEngine } from './stores/open-stores.ts';

type Tally = Record<Recorded['outcome'], number>;

/** A file of events into the configured stores. */
export const record: Command = {
  name: 'record',
  summary: 'record a file of events in the configured stores',
  about: [
    'Works in batches; what is counted as recorded is committed. An event recorded before changes nothing, so that a run',
    'that was cut short can be started again. A bad line is reported and the rest goes on; exit code 1 then. Ctrl-C ends the',
    'reading: what was read is still recorded, and counted as ever.',
  ],
  positionals: [{ name: 'EVENTS', summary: 'NDJSON, plain or gzip; - is standard input' }],
  options: {},
  examples: [
    { line: 'record events.ndjson.gz', note: 'into the stores that the environment names' },
    { line: 'record - --json', note: 'what arrives on standard input, counted for a script' },
  ],
  endsItself: true,
  run: async (args, io) => {
    const lines = await openLines(args.positionals[0] ?? '-', io);
    const problems = problemLog(io);
    const bar = progress(
      { label: 'recording', ...(lines.size === undefined ? {} : { total: lines.size }) },
      io,
    );
    const tally: Tally = { recorded: 0, duplicate: 0, refused: 0, unavailable: 0 };
    const add = (result: Recorded): void => {
      tally[result.outcome] += 1;
      if (result.outcome === 'refused')
        for (const problem of result.problems) problems.add(problem);
      else if (result.outcome === 'unavailable')
        problems.add({
          code: result.code,
          message: `\`${result.id}\` was not recorded; record it again`,
        });
      bar.tick(lines.read());
    };
    const told = async (): Promise<void> => {
      await bar.finish();
      await problems.finish();
      await io.stdout.write(args.flag('json') ? `${JSON.stringify(tally)}\n` : said(tally));
    };
    try {
      await withEngine(io, (doubletake) =>
        recordLines(doubletake, untilAborted(lines, io.signal), add),
      );
    } catch (error) {
      // What was committed before stays committed.
      if (Object.values(tally).some((many) => many > 0)) await told();
      throw error;
    }
    await told();
    io.signal.throwIfAborted();
    if (tally.unavailable > 0) return EXIT.unreachable;
    return tally.refused === 0 ? EXIT.ok : EXIT.no;
  },
};

function said({ recorded, duplicate, refused, unavailable }: Tally): string {
  const later = unavailable === 0 ? '' : `, ${count(unavailable)} to be recorded again`;
  return `${counted(recorded, 'event')} recorded, ${counted(duplicate, 'duplicate')} passed over, ${count(refused)} refused${later}\n`;
}
