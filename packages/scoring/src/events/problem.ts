import type { ScoringErrorCode } from '../errors.ts';

/** One thing wrong with an event, placed so that its writer finds it. */
export interface EventProblem {
  readonly code: ScoringErrorCode;
  /** Lower case, offending text in backticks, no full stop. */
  readonly message: string;
  readonly at: {
    /** 1-based line of the file or batch, when there is one. */
    readonly line?: number;
    /** JSON Pointer into the event, empty for the whole. */
    readonly path: string;
  };
  /** The offending text, cut to 80 characters; never a card number. */
  readonly text?: string;
  /** The nearest known name. */
  readonly hint?: string;
}
