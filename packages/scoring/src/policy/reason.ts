/** One entry of `rules/reasons.json`. */
export interface ReasonText {
  /** For the analyst; `{fact.id}` is replaced by the fact's value. */
  readonly analyst: string;
  /** For the customer: true, polite, and giving nothing away. */
  readonly customer: string;
}

/** The closed list of reason codes. */
export type ReasonTexts = Readonly<Record<string, ReasonText>>;
