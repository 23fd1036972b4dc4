import { readFileSync } from 'node:fs';
import type { Label } from '@doubletake/scoring';

const FILE = new URL('../../demo/month.truth.ndjson', import.meta.url);

/** What is true of each reward of the made-up month, by its id. */
export type Truth = ReadonlyMap<string, Label>;

/** Reads the truth that was made up with the month. */
export function readTruth(): Truth {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => entryOf(JSON.parse(line))));
}

const LABELS: readonly Label[] = ['honest', 'fraud', 'policy', 'unsure'];

function entryOf(line: unknown): readonly [string, Label] {
  if (typeof line === 'object' && line !== null && 'rewardId' in line && 'label' in line) {
    const { rewardId, label } = line;
    const known = LABELS.find((each) => each === label);
    if (typeof rewardId === 'string' && known !== undefined) return [rewardId, known];
  }
  throw new Error('the truth of the made-up month has a line without a reward or a label');
}
