import type { FormProblems } from '../form.ts';
import type { Choice, ShownTime, Titled } from '../shown.ts';
import type { ShownDue, ShownScore, ShownUndo } from './cases.ts';

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The form of a second person; see `partials/approve.ejs`. */
export interface ApproveForm {
  readonly caseId: string;
  readonly commandId: string;
  readonly reasons: Choice['options'];
  /** Whether keys work it: where the page has one such form only. */
  readonly keys: boolean;
  readonly typed: { readonly verdict: string; readonly reason: string; readonly note: string };
  readonly problems: FormProblems;
}

/** What a person concluded, and what whoever reads may do about it; see `partials/concluded.ejs`. */
export interface ShownConcluded {
  readonly caseId: string;
  readonly commandId: string;
  readonly at: ShownTime;
  readonly facts: readonly Fact[];
  /** The words that came with it. */
  readonly note: string | undefined;
  readonly approve: ApproveForm | undefined;
  /** What taking it back is called; absent for those who cannot. */
  readonly withdraw: string | undefined;
  /** Why this person cannot approve it. */
  readonly waits: string | undefined;
}

/** A case that awaits a second person. */
export interface ShownApproval {
  readonly caseId: string;
  readonly parties: string;
  readonly programme: string;
  readonly amount: string;
  readonly score: ShownScore;
  readonly due: ShownDue;
  readonly reasons: readonly string[];
  /** The strongest evidence, in bits. */
  readonly evidence: readonly Fact[];
  readonly concluded: ShownConcluded;
}

/** What the pages of second looks are given. */
export interface SecondLookViews {
  approvals: Titled & {
    readonly approvals: readonly ShownApproval[];
    readonly next: string | undefined;
    readonly previous: string | undefined;
    readonly undo: ShownUndo | undefined;
  };
}
