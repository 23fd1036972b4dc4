import { printInstant, type Decision, type DueDelivery } from '@doubletake/scoring';

/** What was decided, in what a message may say: ids, codes and wording for the customer, and nothing that names anybody. */
function told(decision: Decision) {
  const { decisionId, rewardId, programmeId, stage, at, outcome, action } = decision;
  const { until, reasons, review, observeOnly, degraded, versions } = decision;
  return {
    decisionId,
    rewardId,
    programmeId,
    stage,
    at: printInstant(at),
    outcome,
    action,
    ...(until === undefined ? {} : { until: printInstant(until) }),
    reasons: reasons.map(({ code, customerText }) => ({ code, customerText })),
    ...(review === undefined ? {} : { caseId: review.caseId, reason: review.reason }),
    ...(observeOnly === undefined ? {} : { observeOnly }),
    ...(degraded === undefined ? {} : { degraded }),
    versions,
  };
}

/**
 * The body of a message, in the form Standard Webhooks recommends: `type`, `timestamp` and `data`. The same delivery
 * always gives the same text.
 */
export function payloadOf({
  type,
  at,
  decision,
}: Pick<DueDelivery, 'type' | 'at' | 'decision'>): string {
  const timestamp = printInstant(at);
  return JSON.stringify({ type, timestamp, data: decision === undefined ? {} : told(decision) });
}
