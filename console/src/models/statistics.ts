/** A share as it is shown: what it is of, and how sure. */
export interface ShownShare {
  /** `60 %`. */
  readonly text: string;
  /** `12 of 20`. */
  readonly of: string;
  /** `39 to 78 %`, with 95 % confidence. */
  readonly between: string;
  /** Percent of the picture's width. */
  readonly at: number;
  readonly low: number;
  readonly width: number;
}

/** One bar of a list of bars; see `partials/bars.ejs`. */
export interface ShownBar {
  readonly name: string;
  readonly text: string;
  readonly hint: string;
  readonly percent: number;
  readonly tone: 'plain' | 'good' | 'fair' | 'bad';
}

/** What happened on one day; places in the picture of all of them. */
interface FlowDay {
  readonly day: string;
  readonly text: string;
  readonly opened: number;
  readonly closed: number;
  readonly x: number;
  readonly width: number;
  readonly up: number;
  readonly down: number;
}

/** Cases in and out, a day each; see `partials/flow.ejs`. */
export interface ShownFlow {
  readonly days: readonly FlowDay[];
  readonly first: string;
  readonly last: string;
  readonly opened: number;
  readonly closed: number;
  /** What the longest bar stands for. */
  readonly most: number;
  /** What the picture says, in words. */
  readonly description: string;
}

/** What labels say about one rule; a share is absent when it is unknown. */
export interface ShownRuleFigures {
  readonly rule: string;
  readonly href: string | undefined;
  readonly labels: string;
  readonly precision: ShownShare | undefined;
  readonly blind: ShownShare | undefined;
  readonly seen: ShownShare | undefined;
  readonly recall: ShownShare | undefined;
}

/** What one person did in the period. */
interface ShownAnalyst {
  readonly name: string;
  readonly decided: number;
  readonly released: number;
  readonly blocked: number;
  readonly undone: number;
  readonly sentBack: number;
  readonly looks: number;
}

/** The days a page is about, and how to ask for others; see `partials/period.ejs`. */
export interface ShownPeriod {
  readonly action: string;
  readonly choices: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly first: string;
  readonly last: string;
  readonly problem: string | undefined;
  readonly text: string;
}

export interface StatisticsViews {
  statistics: {
    readonly title: string;
    readonly period: ShownPeriod;
    readonly glance: readonly {
      readonly name: string;
      readonly value: string;
      readonly hint: string;
    }[];
    readonly flow: ShownFlow | undefined;
    readonly ages: readonly ShownBar[];
    readonly outcomes: readonly ShownBar[];
    readonly overturned: readonly {
      readonly name: string;
      readonly hint: string;
      readonly share: ShownShare | undefined;
    }[];
    readonly rules: readonly ShownRuleFigures[];
    readonly agreement: {
      readonly kappa: string | undefined;
      readonly reading: string;
      readonly labels: readonly string[];
      readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
      readonly pairs: number;
    };
    /** For leads only. */
    readonly analysts: readonly ShownAnalyst[] | undefined;
  };
}
