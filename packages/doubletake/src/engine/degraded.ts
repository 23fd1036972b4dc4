import {
  MINUTE,
  programmeOf,
  type Decision,
  type Outcome,
  type Policy,
  type Stage,
} from '@doubletake/scoring';

/** How long a reward waits before it is asked again after a store failed. */
const RETRY = 5 * MINUTE;

/** A screening that could not be carried out. */
export interface Failure {
  readonly rewardId: string;
  readonly programmeId: string;
  readonly decisionId: string;
  readonly at: number;
  readonly stage: Stage;
  /** Code of what failed. */
  readonly code: string;
  /** Whether another reward is known to hold its side of the order. */
  readonly isClaimed?: boolean;
}

/**
 * What is decided while a store is down: the programme's declared choice. A hold waits and is screened again by
 * itself; a release is the team's own risk and says so. Nothing was seen, so nothing is scored: the probability is
 * the prior's.
 */
export function degradedDecision(failure: Failure, policy: Policy): Decision {
  const { code, isClaimed = false, ...named } = failure;
  const programme = programmeOf(policy, failure.programmeId);
  // INVARIANT: one order pays once per side, whatever a programme would rather risk.
  const outcome: Outcome = isClaimed ? 'hold' : programme.failMode;
  const { prior } = policy.model;
  const probability = prior.self + prior.ring;
  const bits = Math.log2(probability / (1 - probability));
  return {
    ...named,
    outcome,
    ...(outcome === 'release' || programme.observe
      ? { action: 'pay' }
      : { action: 'wait', until: failure.at + RETRY }),
    score: Math.round(probability * 1000) / 10,
    probability,
    priorBits: bits,
    logOddsBits: bits,
    posterior: prior,
    contributions: [],
    counterfactuals: [],
    reasons: [],
    determiningRules: [],
    erroredRules: [],
    notEvaluable: [],
    shadow: [],
    degraded: code,
    versions: policy.versions,
    facts: { 'programme.id': failure.programmeId, now: failure.at },
  };
}

/** Code of an error a store gave; anything else is a bug and is thrown again. */
export function storeFailure(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const { code } = error;
    if (STORE_FAILURES.has(code)) return code;
  }
  throw error;
}

const STORE_FAILURES: ReadonlySet<string> = new Set([
  'ledger_unavailable',
  'graph_unavailable',
  'graph_timeout',
  'graph_full',
  'graph_emptied',
  'graph_contended',
  'graph_behind',
]);
