import type { DecisionLine, TruthLine } from './outcomes.ts';

/** Reads one kind of line; undefined when the value is not such a line. */
export type LineReader<Line> = (value: unknown) => Line | undefined;

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const isOneOf = <Word extends string>(words: readonly Word[], value: unknown): value is Word =>
  words.some((word) => word === value);

export const readDecision: LineReader<DecisionLine> = (value) => {
  if (!isRow(value)) return undefined;
  const { rewardId, stage, outcome, action, score } = value;
  return typeof rewardId === 'string' &&
    typeof stage === 'string' &&
    isOneOf(['release', 'hold', 'block'], outcome) &&
    typeof action === 'string' &&
    typeof score === 'number'
    ? { rewardId, stage, outcome, action, score }
    : undefined;
};

export const readTruth: LineReader<TruthLine> = (value) => {
  if (!isRow(value)) return undefined;
  const { rewardId, label, persona, cancelled, reversedAfterPayout, minor } = value;
  return typeof rewardId === 'string' &&
    isOneOf(['honest', 'fraud', 'policy'], label) &&
    typeof persona === 'string' &&
    typeof cancelled === 'boolean' &&
    typeof reversedAfterPayout === 'boolean' &&
    typeof minor === 'number'
    ? { rewardId, label, persona, cancelled, reversedAfterPayout, minor }
    : undefined;
};

/** Reads every line of an NDJSON text. Throws with `place` and line number at the first bad one. */
export function readLines<Line>(
  text: string,
  { place, read }: { readonly place: string; readonly read: LineReader<Line> },
): Line[] {
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const row = read(JSON.parse(line));
    if (row === undefined) throw new TypeError(`${place}:${index + 1}: not a line of this kind`);
    return [row];
  });
}
