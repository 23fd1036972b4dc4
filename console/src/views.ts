import type { Role, UserSettings } from '@doubletake/scoring';
import type { FormProblems } from './form.ts';
import type { AccessViews, ShownSession } from './models/access.ts';
import type { AdministrationViews, Checks, ShownTab } from './models/administration.ts';
import type { AccountViews, RevealForm } from './models/accounts.ts';
import type { ShownLinked, ShownSimilar } from './models/around.ts';
import type { AuditViews } from './models/audit.ts';
import type { BulkViews } from './models/bulk.ts';
import type {
  PairRow,
  ShownHand,
  ShownScore,
  ShownState,
  ShownStory,
  ShownUndo,
  WaterfallStep,
} from './models/case-parts.ts';
import type {
  CaseActions,
  CaseViews,
  DecideForm,
  ExceptionForm,
  VerdictForm,
} from './models/cases.ts';
import type { ShownGraph } from './models/graph.ts';
import type { ApproveForm, SecondLookViews, ShownConcluded } from './models/second-looks.ts';
import type { RuleViews, ShownCondition } from './models/rules.ts';
import type {
  ShownBar,
  ShownFlow,
  ShownPeriod,
  ShownShare,
  StatisticsViews,
} from './models/statistics.ts';
import type { Choice, ShownTime, Titled } from './shown.ts';

/** One labelled input; see `partials/field.ejs`. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly autocomplete: string;
  readonly inputmode?: 'numeric';
  /** Takes the focus when the page opens. At most one a page. */
  readonly first?: boolean;
  readonly maxlength?: number;
}

/** What each view is given, by its file's name. A view that reads anything else fails the type check of the views. */
export interface Views
  extends
    AccessViews,
    AccountViews,
    AdministrationViews,
    AuditViews,
    BulkViews,
    CaseViews,
    RuleViews,
    SecondLookViews,
    StatisticsViews {
  error: Titled & {
    readonly status: number;
    readonly text: string;
    readonly requestId: string;
  };
}

export type PageName = keyof Views;

/**
 * What partials are given, by their file's name under `partials/`. Each under a name of its own: EJS shows a partial its
 * page's model as well, and a value left out must not be found there.
 * @public The type check of the views reads it.
 */
export interface Partials {
  field: { readonly field: Field };
  choice: { readonly choice: Choice };
  checks: { readonly checks: Checks };
  tabs: { readonly tabs: readonly ShownTab[] };
  mark: Readonly<Record<string, never>>;
  time: { readonly time: ShownTime };
  sessions: {
    readonly sessions: { readonly sessions: readonly ShownSession[]; readonly endable: boolean };
  };
  score: { readonly score: ShownScore };
  hand: { readonly hand: ShownHand };
  pair: {
    readonly pair: {
      readonly rows: readonly PairRow[];
      readonly referrer: string;
      readonly referee: string;
    };
  };
  waterfall: {
    readonly waterfall: {
      readonly steps: readonly WaterfallStep[];
      readonly total: string;
      readonly score: string;
    };
  };
  condition: { readonly condition: ShownCondition };
  period: { readonly period: ShownPeriod };
  flow: { readonly flow: ShownFlow };
  bars: {
    readonly bars: {
      readonly rows: readonly ShownBar[];
      readonly of: string;
      readonly counted: string;
    };
  };
  share: { readonly share: { readonly shown: ShownShare | undefined; readonly label: string } };
  graph: { readonly graph: ShownGraph };
  reveal: { readonly reveal: RevealForm };
  stories: { readonly stories: { readonly stories: readonly ShownStory[] } };
  undo: { readonly undo: ShownUndo };
  decide: { readonly decide: DecideForm };
  verdict: { readonly verdict: VerdictForm };
  exception: {
    readonly exception: { readonly form: ExceptionForm; readonly problems: FormProblems };
  };
  linked: { readonly linked: ShownLinked };
  similar: { readonly similar: ShownSimilar };
  outlook: { readonly outlook: { readonly counts: readonly ShownState[] } };
  concluded: { readonly concluded: ShownConcluded };
  approve: { readonly approve: ApproveForm };
  'case-actions': { readonly actions: CaseActions };
}

/** What `layout.ejs` is given. */
export interface Layout {
  readonly title: string;
  /** The rendered view: HTML. */
  readonly body: string;
  readonly assets: {
    readonly style: string;
    readonly scripts: readonly string[];
    readonly icon: string;
  };
  readonly user: { readonly name: string; readonly role: Role } | undefined;
  readonly navigation: readonly {
    readonly label: string;
    readonly href: string;
    readonly key: string;
    readonly current: boolean;
  }[];
  readonly theme: UserSettings['theme'];
  readonly shortcuts: boolean;
  /** Keys that were moved; see `movedKeys`. */
  readonly keys: string;
  readonly demo: boolean;
  readonly notice: string | undefined;
}
