import type { Choice, ShownExports, ShownTime } from '../shown.ts';

/** One entry of the trail, in words. */
export interface AuditRow {
  readonly seq: string;
  readonly at: ShownTime;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly href: string | undefined;
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

export interface AuditViews {
  audit: {
    readonly title: string;
    readonly filter: {
      readonly actor: string;
      readonly subject: string;
      readonly action: Choice;
      readonly active: boolean;
    };
    readonly rows: readonly AuditRow[];
    readonly next: string | undefined;
    /** Back to the latest, when this is not the first page. */
    readonly latest: string | undefined;
    readonly exports: ShownExports;
    readonly verdict: { readonly good: boolean; readonly text: string } | undefined;
    /** What was pasted as an exported head, and what is wrong with it. */
    readonly head: { readonly text: string; readonly problem: string | undefined };
  };
}
