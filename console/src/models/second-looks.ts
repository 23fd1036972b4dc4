import type { FormProblems } from '../form.ts';
import type { Choice, ShownTime, Titled } from '../shown.ts';
import type {
  PairRow,
  ShownDue,
  ShownEvent,
  ShownScore,
  ShownState,
  ShownUndo,
} from './case-parts.ts';

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
  /** What taking it back is called, and until when it can be; absent for those who cannot. */
  readonly withdraw: { readonly label: string; readonly until: string | undefined } | undefined;
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

/** A case of the quality sample. */
export interface SampleRow {
  readonly caseId: string;
  readonly parties: string;
  readonly programme: string;
  readonly amount: string;
  readonly opened: ShownTime;
  /** Where this person stands to it. */
  readonly mark: ShownState;
  /** Who else took a second look. */
  readonly others: readonly string[];
}

/** The form of a blind second look. */
export interface BlindForm {
  readonly commandId: string;
  readonly labels: Choice['options'];
  readonly typed: { readonly label: string; readonly note: string };
  readonly problems: FormProblems;
}

/** What the pages of second looks are given. */
export interface SecondLookViews {
  approvals: Titled & {
    readonly approvals: readonly ShownApproval[];
    readonly next: string | undefined;
    readonly previous: string | undefined;
    readonly undo: ShownUndo | undefined;
  };
  samples: Titled & {
    readonly month: string;
    readonly share: string;
    readonly rows: readonly SampleRow[];
    readonly agreed: number;
    readonly compared: number;
    readonly next: string | undefined;
    readonly earlier: string;
    readonly later: string | undefined;
  };
  /** Of a case, only what says nothing of how it was judged. */
  sample: Titled & {
    readonly caseId: string;
    readonly rewardId: string;
    readonly referrer: string;
    readonly referee: string;
    readonly pair: readonly PairRow[];
    readonly stake: readonly Fact[];
    readonly facts: readonly Fact[];
    readonly timeline: readonly ShownEvent[];
    readonly answer: BlindForm | undefined;
    readonly own: boolean;
    /** What was decided: only for those who have looked. */
    readonly result:
      | {
          readonly yours: string;
          readonly theirs: readonly Fact[];
          readonly agrees: boolean | undefined;
          readonly href: string;
        }
      | undefined;
  };
}
