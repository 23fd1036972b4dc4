import type { Role, UserSettings } from '@doubletake/scoring';
import type {
  CaseActions,
  CaseViews,
  DecideForm,
  PairRow,
  ShownHand,
  ShownScore,
  ShownStory,
  ShownUndo,
  WaterfallStep,
} from './case-views.ts';
import type { FormProblems } from './form.ts';
import type { Choice, ShownTime } from './shown.ts';

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

/** A browser somebody is signed in with. */
export interface ShownSession {
  readonly sessionId: string;
  readonly agent: string;
  readonly began: ShownTime;
  readonly seen: ShownTime;
  readonly current: boolean;
}

export interface ShownUser {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly secondFactor: 'app' | 'provider' | 'none';
  readonly state: 'active' | 'invited' | 'disabled';
  readonly created: ShownTime;
}

interface Titled {
  readonly title: string;
}

/** What each view is given, by its file's name. A view that reads anything else fails the type check of the views. */
export interface Views extends CaseViews {
  'sign-in': Titled & {
    readonly name: string;
    readonly next: string;
    readonly problem: string | undefined;
    readonly passwords: boolean;
    readonly singleSignOn: string | undefined;
  };
  code: Titled & { readonly problem: string | undefined };
  'set-up': Titled & {
    readonly token: string;
    readonly name: string;
    readonly problems: FormProblems;
  };
  join: Titled & {
    readonly token: string;
    readonly name: string;
    readonly problems: FormProblems;
  };
  me: Titled & {
    readonly name: string;
    readonly role: Role;
    readonly secondFactor: 'app' | 'provider' | 'none';
    readonly mayRemoveFactor: boolean;
    readonly recoveryCodes: number;
    readonly hasPassword: boolean;
    readonly settings: UserSettings;
    readonly zones: Choice['options'];
    readonly sessions: readonly ShownSession[];
    readonly problems: FormProblems;
  };
  'second-factor': Titled & {
    readonly name: string;
    readonly secret: string;
    readonly uri: string;
    readonly required: boolean;
    readonly hasOne: boolean;
    readonly problem: string | undefined;
  };
  'recovery-codes': Titled & { readonly codes: readonly string[] };
  users: Titled & {
    readonly users: readonly ShownUser[];
    readonly roles: Choice['options'];
    readonly name: string;
    readonly role: Role;
    readonly problems: FormProblems;
  };
  user: Titled & {
    readonly user: ShownUser;
    readonly roles: Choice['options'];
    readonly sessions: readonly ShownSession[];
    readonly own: boolean;
    readonly manageable: boolean;
  };
  invitation: Titled & {
    readonly userId: string;
    readonly name: string;
    readonly link: string;
    readonly expires: ShownTime;
  };
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
  stories: { readonly stories: { readonly stories: readonly ShownStory[] } };
  undo: { readonly undo: ShownUndo };
  decide: { readonly decide: DecideForm };
  'case-actions': { readonly actions: CaseActions };
}

/** What `layout.ejs` is given. */
export interface Layout {
  readonly title: string;
  /** The rendered view: HTML. */
  readonly body: string;
  readonly assets: { readonly style: string; readonly script: string; readonly icon: string };
  readonly user: { readonly name: string; readonly role: Role } | undefined;
  readonly navigation: readonly {
    readonly label: string;
    readonly href: string;
    readonly key: string;
    readonly current: boolean;
  }[];
  readonly theme: UserSettings['theme'];
  readonly shortcuts: boolean;
  readonly demo: boolean;
  readonly notice: string | undefined;
}
