import type { ShownTime } from '../shown.ts';
import type { ShownState } from './case-parts.ts';

/** Another case of the same order or people. */
interface ShownLink {
  readonly caseId: string;
  readonly parties: string;
  /** What the two have in common. */
  readonly how: string;
  readonly amount: string;
  readonly state: ShownState;
  readonly opened: ShownTime;
}

/** Cases linked to a case, those that wait first; see `partials/linked.ejs`. */
export interface ShownLinked {
  readonly rows: readonly ShownLink[];
  /** How many more there are, counted as far as anybody reads. */
  readonly more: string | undefined;
  /** Where to see all of them. */
  readonly all: string;
  /** How many would be decided together, this one among them, and where; absent when it is alone, or not one's to do. */
  readonly together: { readonly count: number; readonly href: string } | undefined;
}

/** What became of closed cases that the same rules held; see `partials/similar.ejs`. */
export interface ShownSimilar {
  readonly released: string;
  readonly blocked: string;
  readonly latest: readonly {
    readonly caseId: string;
    readonly parties: string;
    readonly outcome: ShownState;
    readonly why: string;
    readonly closed: ShownTime;
  }[];
}
