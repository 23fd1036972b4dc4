import { DAY, type Decision } from '@doubletake/scoring';

/** How long it is kept what a decision was made from, in milliseconds: 24 months. */
export const EVIDENCE_KEPT: number = 730 * DAY;

/**
 * The decision without its evidence and facts: what was decided, why and by whom stays. So do the facts that say what a
 * person decided, by which that stands from one decision to the next.
 */
export function withoutEvidence({ facts, ...decision }: Decision): Decision {
  return {
    ...decision,
    contributions: [],
    counterfactuals: [],
    facts: Object.fromEntries(Object.entries(facts).filter(([id]) => id.startsWith('review.'))),
    evidenceExpired: true,
  };
}
