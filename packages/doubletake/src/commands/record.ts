import { renderProblem, type Recorded } from '@doubletake/scoring';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { openLines } from '../cli/ndjson-lines.ts';
import { count, counted } from '../cli/numbers.ts';
import { problemLog } from '../cli/problem-log.ts';
import { progress } from '../cli/progress.ts';
import { recordLines } from '../record-lines.ts';
import { withEngine } from './stores/open-stores.ts';

/** A file of events into the configured stores. */
export const record: Command = {
  name: 'record',
  summary: 'record a file of events in the configured stores',
  about: [
    'Works in batches; what is counted as recorded is committed. An event recorded before changes nothing, so that a run',
    'that was cut short can be started again. A bad line is reported and the rest goes on; exit code 1 then.',
  ],
  positionals: [{ name: 'EVENTS', summary: 'NDJSON, plain or gzip; - is standard input' }],
  options: {},
  examples: [
    { line: 'record events.ndjson.gz', note: 'into the stores that the environment names' },
    { line: 'record - --json', note: 'what arrives on standard input, counted for a script' },
  ],
  run: async (args, io) => {
    const lines = await openLines(args.positionals[0] ?? '-', io);
    const problems = problemLog(io);
    const bar = progress(
      { label: 'recording', ...(lines.size === undefined ? {} : { total: lines.size }) },
      io,
    );
    const tally = { recorded: 0, duplicate: 0, refused: 0, unavailable: 0 };
    const add = (result: Recorded): void => {
      tally[result.outcome] += 1;
      if (result.outcome === 'refused')
        for (const problem of result.problems) problems.add(renderProblem(problem));
      else if (result.outcome === 'unavailable')
        problems.add(`${result.code}: \`${result.id}\` was not recorded; record it again`);
      bar.tick(lines.read());
    };
    try {
      await withEngine(io, (doubletake) => recordLines(doubletake, lines, add));
    } finally {
      await bar.finish();
      await problems.finish();
    }
    const { recorded, duplicate, refused, unavailable } = tally;
    const later = unavailable === 0 ? '' : `, ${count(unavailable)} to be recorded again`;
    const text = args.flag('json')
      ? `${JSON.stringify(tally)}\n`
      : `${counted(recorded, 'event')} recorded, ${counted(duplicate, 'duplicate')} passed over, ${count(refused)} refused${later}\n`;
    await io.stdout.write(text);
    if (unavailable > 0) return EXIT.unreachable;
    return refused === 0 ? EXIT.ok : EXIT.no;
  },
};
