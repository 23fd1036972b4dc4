import type { Label } from '../events/event.ts';

/** What a person means by a reason: what may be decided by it, and the label it stands for unless another is given. */
export interface ReviewMeaning {
  readonly outcome: 'release' | 'block';
  readonly label: Label;
}

/** One entry of `rules/reasons.json`. */
export interface ReasonText {
  /** For the analyst; `{fact.id}` is replaced by the fact's value. */
  readonly analyst: string;
  /** For the customer: true, polite, and giving nothing away. */
  readonly customer: string;
  /** Makes it a reason that people conclude by; without it, only rules give it. */
  readonly review?: ReviewMeaning;
}

/** The closed list of reason codes. */
export type ReasonTexts = Readonly<Record<string, ReasonText>>;

/** A reason that people conclude by. */
export interface ReviewReason extends ReviewMeaning {
  readonly code: string;
}

/** The reasons that people conclude by, in the order of the file. */
export function reviewReasons(reasons: ReasonTexts): readonly ReviewReason[] {
  return Object.entries(reasons).flatMap(([code, { review }]) =>
    review === undefined ? [] : [{ code, ...review }],
  );
}
