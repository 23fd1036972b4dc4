import type { Titled } from '../shown.ts';
import type { ShownScore, ShownState } from './case-parts.ts';
import type { VerdictForm } from './cases.ts';

/** One case among many: what it would answer, or did. */
interface BulkItem {
  readonly caseId: string;
  readonly parties: string;
  readonly amount: string;
  readonly answer: ShownState;
}

/** What the pages are given on which many cases are decided at once. */
export interface BulkViews {
  /** Before: which cases, what each would answer, and the one form for all of them. */
  bulk: Titled & {
    readonly items: readonly (BulkItem & {
      /** What the page shows of it, to be sent with it. */
      readonly seen: string | undefined;
      readonly score: ShownScore | undefined;
    })[];
    /** Of those selected, the ones nobody can decide any more: not sent with the others. */
    readonly gone:
      | {
          readonly title: string;
          readonly cases: readonly {
            readonly caseId: string;
            /** Whether it has a page. */
            readonly known: boolean;
            readonly why: string;
          }[];
        }
      | undefined;
    /** In numbers: how many would be decided, and how many not. */
    readonly outlook: readonly ShownState[];
    /** What they come to, a text for each currency. */
    readonly sums: readonly string[];
    readonly decide: VerdictForm;
    /** How many they are, to be typed; undefined while they are few. */
    readonly confirm: { readonly count: string; readonly typed: string } | undefined;
  };
  /** After: what became of each. */
  'bulk-result': Titled & {
    readonly commandId: string;
    readonly items: readonly (BulkItem & { readonly undoable: boolean })[];
    readonly outlook: readonly ShownState[];
    /** Whether any of it can still be taken back. */
    readonly undoable: boolean;
    /** The last instant at which one of them can be, for the count-down; absent when it has no end. */
    readonly until: string | undefined;
  };
}
