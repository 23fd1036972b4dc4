/** Bounds on what a file may hold, so that no file can exhaust the reader. Policies in use stay far below them. */
export const LIMITS = {
  /** Groups inside groups. */
  depth: 16,
  /** Comparisons and groups in one rule. */
  conditions: 256,
  /** Entries of a list. */
  list: 1000,
  /** Facts in a catalogue, or in one test case. */
  facts: 2000,
  /** Characters of a name or a value. */
  text: 500,
  /** Characters of a description or another sentence. */
  prose: 2000,
  /** Cases in one test file. */
  cases: 1000,
} as const;
