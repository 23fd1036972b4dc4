import type { FormProblems } from '../form.ts';
import type { Choice, ShownExports } from '../shown.ts';
import type { RevealForm } from './accounts.ts';
import type { ShownGraph } from './graph.ts';
import type { ShownLinked, ShownSimilar } from './around.ts';
import type { ShownConcluded } from './second-looks.ts';
import type {
  PairRow,
  ShownDue,
  ShownEvent,
  ShownHand,
  ShownScore,
  ShownState,
  ShownStory,
  ShownUndo,
  WaterfallStep,
} from './case-parts.ts';

interface ShownReason {
  readonly code: string;
  readonly text: string;
  readonly customerText: string;
  readonly rule: string;
}

export interface QueueRow {
  readonly caseId: string;
  readonly state: ShownState;
  /** Who escalated it, and why. */
  readonly escalation: string | undefined;
  readonly hand: ShownHand | undefined;
  readonly assignee: string | undefined;
  readonly score: ShownScore;
  readonly amount: string;
  readonly reasons: readonly string[];
  readonly moreReasons: number;
  readonly linked: number;
  readonly due: ShownDue;
  readonly programme: string;
  readonly parties: string;
}

export interface SavedView {
  readonly label: string;
  readonly href: string;
  readonly key: string | undefined;
  readonly count: string;
  readonly current: boolean;
  /** Where it is one's own. */
  readonly viewId: string | undefined;
  /** Who keeps it for the team. */
  readonly by: string | undefined;
}

/** What was typed into the decision form. */
interface TypedDecision {
  readonly outcome: string;
  readonly reason: string;
  readonly label: string;
  readonly note: string;
}

/** The fields that say what is concluded, of one case or many; see `partials/verdict.ejs`. */
export interface VerdictForm {
  readonly commandId: string;
  readonly reasons: Choice['options'];
  readonly labels: Choice['options'];
  readonly typed: TypedDecision;
  readonly problems: FormProblems;
}

/** An exception for the pair, as it was typed; days as `2026-11-21`. */
export interface ExceptionForm {
  /** Whether it awaits a second person. */
  readonly second: boolean;
  readonly reason: string;
  readonly until: string;
  readonly first: string;
  readonly last: string;
}

/** Everything the decision form needs; see `partials/decide.ejs`. */
export interface DecideForm extends VerdictForm {
  readonly caseId: string;
  /** What the page shows, to be sent with it. */
  readonly seen: string;
  readonly leaseToken: number | undefined;
  /** Absent where there is no pair. */
  readonly exception: ExceptionForm | undefined;
}

/** What may be done with the case besides deciding; see `partials/case-actions.ejs`. */
export interface CaseActions {
  readonly caseId: string;
  readonly leaseToken: number | undefined;
  readonly claim: 'claim' | 'keep' | 'take_over' | undefined;
  readonly snoozed: boolean;
  readonly colleagues: Choice['options'];
  /** What may be said for doing each. */
  readonly whys: Readonly<Record<'skip' | 'escalate' | 'snooze' | 'takeOver', Choice['options']>>;
}

interface Fact {
  readonly name: string;
  readonly value: string;
}

interface RuleNote {
  readonly rule: string;
  readonly text: string;
}

/** What the pages of case work are given. */
export interface CaseViews {
  queue: {
    readonly title: string;
    readonly views: readonly SavedView[];
    readonly filter: {
      readonly view: string;
      readonly id: string;
      readonly score: string;
      readonly amount: string;
      readonly currency: string;
      readonly choices: readonly Choice[];
      readonly active: boolean;
    };
    /** What would be kept under a name; absent where that has one. */
    readonly save: string | undefined;
    /** The view that is shown, where it is one's own. */
    readonly own: { readonly viewId: string; readonly label: string } | undefined;
    readonly rows: readonly QueueRow[];
    readonly next: string | undefined;
    readonly previous: string | undefined;
    readonly mayDecide: boolean;
    /** The same filter as a file, for those who may. */
    readonly exports: ShownExports | undefined;
    readonly undo: ShownUndo | undefined;
  };
  case: {
    readonly title: string;
    readonly caseId: string;
    readonly rewardId: string;
    readonly state: ShownState;
    readonly score: ShownScore;
    readonly amount: string;
    readonly due: ShownDue;
    readonly escalation: string | undefined;
    readonly linked: ShownLinked;
    readonly similar: ShownSimilar | undefined;
    readonly hand: ShownHand | undefined;
    /** Who else has it open. */
    readonly viewers: readonly string[];
    /** Said when the hold ends while the page is open. */
    readonly lapsed: string;
    /** Why it may be opened again; absent where it may not. */
    readonly reopen: Choice['options'] | undefined;
    readonly assignee: string | undefined;
    readonly concluded: ShownConcluded | undefined;
    readonly referrer: string;
    readonly referee: string;
    readonly accounts: {
      readonly referrer: string | undefined;
      readonly referee: string | undefined;
    };
    readonly pair: readonly PairRow[];
    readonly reveal: RevealForm | undefined;
    readonly graph: ShownGraph | undefined;
    /** The stores could not tell who is connected. */
    readonly unknown: boolean;
    /** The stories that more than two people may be part of, beside the picture. */
    readonly likely: readonly ShownStory[];
    readonly waterfall: readonly WaterfallStep[];
    readonly total: string;
    readonly stories: readonly ShownStory[];
    readonly counterfactuals: readonly { readonly without: string; readonly score: string }[];
    readonly reasons: readonly ShownReason[];
    /** What the decision did not see; absent where it saw everything. */
    readonly unseen: string | undefined;
    readonly stake: readonly Fact[];
    readonly facts: readonly Fact[];
    readonly rules: readonly RuleNote[];
    readonly timeline: readonly ShownEvent[];
    readonly decide: DecideForm | undefined;
    readonly actions: CaseActions | undefined;
    readonly undo: ShownUndo | undefined;
  };
  'case-conflict': {
    readonly title: string;
    readonly text: string;
    readonly caseId: string;
    readonly theirs: readonly Fact[];
    /** What was about to be sent, so that no word of it is lost. */
    readonly yours: readonly Fact[];
  };
}
