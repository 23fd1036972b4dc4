import { renderProblem } from '@doubletake/scoring';
import type { Problem } from './errors.ts';
import type { Io } from './io.ts';
import { counted } from './numbers.ts';
import { printable } from './printable.ts';
import { say } from './say.ts';

/** Problems of a long input: the first ones are kept, the rest only counted. */
export interface ProblemLog {
  readonly add: (problem: Problem) => void;
  readonly count: () => number;
  /** Writes them to the error output. Apart from `add`, so that they never mix with a progress bar. */
  readonly finish: () => Promise<void>;
}

const SHOWN = 20;

/** Starts a log; one damaged file can flood neither memory nor terminal. */
export function problemLog(io: Pick<Io, 'stderr' | 'asJson'>): ProblemLog {
  const first: Problem[] = [];
  let seen = 0;
  return {
    add: (problem) => {
      seen += 1;
      if (seen <= SHOWN) first.push(problem);
    },
    count: () => seen,
    finish: async () => {
      for (const problem of first) {
        const { at: { path = '', ...place } = {} } = problem;
        const text = renderProblem({ ...problem, at: { path, ...place } });
        await say(io, { text: `${printable(text)}\n`, json: { problem } });
      }
      if (seen <= SHOWN) return;
      const more = seen - SHOWN;
      await say(io, { text: `and ${counted(more, 'more problem')}\n`, json: { more } });
    },
  };
}
