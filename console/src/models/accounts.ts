import type { Choice, ShownTime, Titled } from '../shown.ts';
import type { Lapse, ShownScore, ShownState } from './case-parts.ts';
import type { AccountLink, ShownGraph } from './graph.ts';

/** A list cut to what a page shows. */
interface ShownList<Row> {
  readonly rows: readonly Row[];
  /** That there are more than these; absent when these are all. */
  readonly more: string | undefined;
}

/** Who else holds a value, in one respect. */
interface ShownSharing {
  readonly respect: string;
  readonly accounts: readonly AccountLink[];
  readonly more: string | undefined;
}

interface ShownIdentifier {
  readonly text: string;
  /** Present while the value is in the clear. */
  readonly lapses: Lapse | undefined;
  readonly first: ShownTime;
  readonly last: ShownTime;
  readonly sharing: readonly ShownSharing[];
}

export interface IdentifierGroup {
  readonly name: string;
  readonly values: readonly ShownIdentifier[];
}

/** The form that reveals; see `partials/reveal.ejs`. */
export interface RevealForm {
  readonly action: string;
  /** Where to go on without revealing: `#pair-card`. */
  readonly back: string;
  readonly whose: string;
  readonly kinds: Choice['options'];
  readonly reasons: Choice['options'];
}

/** A piece of a note, and whether it names a colleague. */
interface NotePart {
  readonly text: string;
  readonly mention: boolean;
}

export interface ShownNote {
  readonly noteId: string;
  readonly by: string;
  readonly at: ShownTime;
  readonly parts: readonly NotePart[];
  /** As it can be written anew; only for its author. */
  readonly editable: string | undefined;
  readonly earlier: readonly { readonly at: ShownTime; readonly text: string }[];
}

interface ShownReferral {
  readonly other: AccountLink;
  readonly programme: string;
  readonly at: ShownTime;
}

/** Pages about accounts. */
export interface AccountViews {
  accounts: Titled & { readonly id: string; readonly missing: boolean };
  account: Titled & {
    readonly accountId: string;
    readonly erased: boolean;
    readonly merged: ShownList<string>;
    readonly roles: readonly string[];
    readonly status: string | undefined;
    readonly created: ShownTime | undefined;
    readonly seen: ShownTime | undefined;
    readonly velocity: { readonly week: string; readonly month: string };
    readonly identifiers: readonly IdentifierGroup[];
    readonly reveal: RevealForm | undefined;
    readonly graph: ShownGraph | undefined;
    /** The stores could not tell who is connected. */
    readonly unknown: boolean;
    readonly brought: ShownList<ShownReferral>;
    readonly broughtBy: ShownList<ShownReferral>;
    readonly orders: ShownList<{
      readonly orderId: string;
      readonly status: string;
      readonly amount: string;
      readonly at: ShownTime;
    }>;
    readonly rewards: ShownList<{
      readonly rewardId: string;
      readonly amount: string;
      readonly programme: string;
      readonly at: ShownTime;
      readonly decision: string | undefined;
      readonly score: ShownScore | undefined;
    }>;
    readonly cases: ShownList<{
      readonly href: string;
      readonly parties: string;
      readonly state: ShownState;
      readonly score: ShownScore;
      readonly amount: string;
      readonly at: ShownTime;
    }>;
    readonly allowances: ShownList<{
      readonly with: AccountLink;
      readonly owner: string;
      readonly reason: string;
      readonly until: ShownTime;
      /** That it is none any more, and why. */
      readonly over: string | undefined;
      /** Its id, for whoever may take it back. */
      readonly end: string | undefined;
    }>;
    readonly notes: ShownList<ShownNote>;
    /** Id of the next note; absent for those who only read. */
    readonly noteId: string | undefined;
  };
}
