import type { Io } from './io.ts';
import { counted } from './numbers.ts';
import { printable } from './printable.ts';

/** Problems of a long input: the first ones are kept, the rest only counted. */
export interface ProblemLog {
  readonly add: (text: string) => void;
  readonly count: () => number;
  /** Writes them to the error output. Apart from `add`, so that they never mix with a progress bar. */
  readonly finish: () => Promise<void>;
}

const SHOWN = 20;

/** Starts a log; one damaged file can flood neither memory nor terminal. */
export function problemLog({ stderr }: Pick<Io, 'stderr'>): ProblemLog {
  const first: string[] = [];
  let seen = 0;
  return {
    add: (text) => {
      seen += 1;
      if (seen <= SHOWN) first.push(`${printable(text)}\n`);
    },
    count: () => seen,
    finish: async () => {
      const rest = seen > SHOWN ? `and ${counted(seen - SHOWN, 'more problem')}\n` : '';
      if (seen > 0) await stderr.write(`${first.join('')}${rest}`);
    },
  };
}
