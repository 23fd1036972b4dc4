import type { Decision, Stage } from './decision.ts';
import { weigh } from './evidence/weigh.ts';
import { collectFacts } from './facts/index.ts';
import { isPaid } from './facts/reward-facts.ts';
import type { Neighbourhood } from './ports/identity-graph.ts';
import type { Pair } from './pair/pair.ts';
import { programmeOf, type Policy } from './policy/policy.ts';
import { observe } from './signals/index.ts';
import { judge } from './verdict.ts';

/** What is being asked: which decision this will be, and by whom it was wanted. */
export interface Question {
  readonly pair: Pair;
  readonly neighbourhood: Neighbourhood;
  /** Hash of what triggered it. */
  readonly decisionId: string;
  /** Asked before the payout service did. @defaultValue false */
  readonly early?: boolean;
}

function stageOf({ pair, early }: Question): Stage {
  if (isPaid(pair.record)) return 'post_payout';
  return early === true && pair.record.reward.dueAt === undefined ? 'accrual' : 'due';
}

/**
 * The whole of Doubletake: look at the pair through every signal, weigh what was seen, state it as facts, let the
 * rules vote. Pure: the same question under the same policy gives the same decision, byte for byte.
 */
export function decide(question: Question, policy: Policy): Decision {
  const { pair, neighbourhood, decisionId } = question;
  const { reward } = pair.record;
  const scene = { ...pair, neighbourhood };
  const programme = programmeOf(policy, reward.programmeId);

  const observations = observe(scene);
  const evidence = weigh(policy.model, observations, pair.record.population);
  const facts = collectFacts({ scene, observations, evidence, model: policy.model, programme });
  const verdict = judge(facts, policy);

  return {
    decisionId,
    rewardId: reward.rewardId,
    programmeId: reward.programmeId,
    stage: stageOf(question),
    at: pair.at,
    ...evidence,
    ...verdict,
    ...(programme.observe ? { observeOnly: true as const } : {}),
    versions: policy.versions,
    facts,
  };
}
