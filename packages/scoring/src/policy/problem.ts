import type { ScoringErrorCode } from '../errors.ts';

/** One thing wrong with a file of `rules/`. */
export interface PolicyProblem {
  readonly code: ScoringErrorCode;
  readonly message: string;
  readonly at: {
    readonly file: string;
    /** JSON Pointer into the file. */
    readonly path: string;
  };
  readonly hint?: string;
}

/** What a file says, or everything wrong with it. */
export type ParsedPolicy<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };
