import { LARGEST_EVENT, type Engine, type Recorded } from '@doubletake/scoring';
import { readEventLine, type EventLine } from './event-line.ts';

/** Events recorded in one transaction: enough to share its cost, few enough to show progress. */
const BATCH = 1000;

/** A line read as JSON, or refused as none. */
type Read =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly refused: Recorded };

/**
 * Records lines of NDJSON in batches and tells what became of each, in their order, those of one batch once it is
 * committed. A line that is no event is refused; the rest goes on.
 */
export async function recordLines(
  engine: Pick<Engine, 'recordMany'>,
  lines: AsyncIterable<EventLine>,
  onRecorded: (result: Recorded) => void,
): Promise<void> {
  let batch: Read[] = [];
  const commit = async (): Promise<void> => {
    const values = batch.flatMap((read) => ('refused' in read ? [] : [read.value]));
    const results = (values.length === 0 ? [] : await engine.recordMany(values)).values();
    for (const read of batch) {
      const result = 'refused' in read ? read.refused : results.next().value;
      if (result) onRecorded(atLine(result, read.line));
    }
    batch = [];
  };
  for await (const read of lines) {
    const { line } = read;
    const value = jsonOf(read);
    batch.push(value === undefined ? { line, refused: refusal(read) } : { line, value });
    if (batch.length === BATCH) await commit();
  }
  await commit();
}

function jsonOf({ text, isUtf8 = true }: EventLine): unknown {
  // `readEventLine` says so.
  if (!isUtf8 || text.length > LARGEST_EVENT) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // What the engine would say quotes the text; the contract's own parser says it without.
    return undefined;
  }
}

function refusal(line: EventLine): Recorded {
  const parsed = readEventLine(line);
  if (parsed.ok) throw new Error(`line ${line.line} is an event after all`);
  return { outcome: 'refused', problems: parsed.problems };
}

/** A refusal, placed in the file instead of in the batch. */
function atLine(result: Recorded, line: number): Recorded {
  if (result.outcome !== 'refused') return result;
  return {
    outcome: 'refused',
    problems: result.problems.map((problem) => ({ ...problem, at: { ...problem.at, line } })),
  };
}
