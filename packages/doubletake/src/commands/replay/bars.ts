import type { Io } from '../../cli/io.ts';
import type { Line, Lines } from '../../cli/ndjson-lines.ts';
import { progress, type Progress } from '../../cli/progress.ts';

/** Progress of a replay: a bar while events are read, another while they are decided. */
export interface Bars {
  /** The lines, counted as they pass. */
  readonly lines: AsyncIterable<Line>;
  readonly deciding: (done: number, total: number) => void;
  readonly finish: () => Promise<void>;
}

/** Starts with the bar of reading. */
export function bars(lines: Lines, io: Io): Bars {
  const total = lines.size === undefined ? {} : { total: lines.size };
  let bar: Progress = progress({ label: 'reading ', ...total }, io);
  let reading = true;
  async function* counted(): AsyncGenerator<Line> {
    for await (const line of lines) {
      bar.tick(lines.read());
      yield line;
    }
  }
  return {
    lines: counted(),
    deciding: (done, events) => {
      if (reading) bar = progress({ label: 'deciding', total: events }, io);
      reading = false;
      bar.tick(done);
    },
    finish: async () => bar.finish(),
  };
}
