import type { ShownTime } from '../shown.ts';

/** An account as a page leads to it. */
export interface AccountLink {
  readonly text: string;
  readonly href: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A kind as it is drawn; `shape` is a path around 0, 0. */
interface ShownKind {
  /** A class: `device`. */
  readonly kind: string;
  readonly name: string;
  readonly shape: string;
}

/** A value of the picture. */
export interface GraphValue extends Place, ShownKind {
  /** Masked, or nothing where there is no room. */
  readonly label: string | undefined;
  readonly labelY: number;
  /** `+14`: holders that are not drawn. */
  readonly folded: string | undefined;
  readonly hub: boolean;
  readonly about: string;
}

/** An account of the picture. */
export interface GraphAccount extends Place, AccountLink {
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Which of the accounts in the middle it is: `first`, `second`; the others are `other`. */
  readonly role: 'first' | 'second' | 'other';
  readonly about: string;
}

export interface GraphLine {
  readonly kind: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Who is connected: a picture, and the same in a table; see `partials/graph.ejs`. */
export interface ShownGraph {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly GraphLine[];
  readonly values: readonly GraphValue[];
  readonly accounts: readonly GraphAccount[];
  readonly legend: readonly ShownKind[];
  readonly filters: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  /** What there was no room for. */
  readonly left: string | undefined;
  readonly rows: readonly {
    readonly kind: string;
    readonly respect: string;
    readonly masked: string;
    readonly count: string;
    readonly accounts: readonly AccountLink[];
    readonly more: string | undefined;
  }[];
  readonly referrals: readonly {
    readonly referrer: AccountLink;
    readonly referee: AccountLink;
    readonly at: ShownTime;
  }[];
}
