import type { ByHypothesis, Hypothesis } from '../decision.ts';

/** The stories in which the reward must not be paid. `household` is a policy question, never one of them. */
export const ABUSE: ReadonlySet<Hypothesis> = new Set<Hypothesis>(['self', 'ring']);

/** Log-odds of abuse, in bits, of a distribution over the stories. */
export function abuseBits(belief: ByHypothesis): number {
  return Math.log2(
    (belief.self + belief.ring) / (belief.unrelated + belief.household + belief.assisted),
  );
}

/** Bayes' rule over the five stories. Written out: a closure per story doubles its cost. */
export function update(belief: ByHypothesis, likelihood: ByHypothesis): ByHypothesis {
  const unrelated = belief.unrelated * likelihood.unrelated;
  const household = belief.household * likelihood.household;
  const assisted = belief.assisted * likelihood.assisted;
  const self = belief.self * likelihood.self;
  const ring = belief.ring * likelihood.ring;
  const total = unrelated + household + assisted + self + ring;
  return {
    unrelated: unrelated / total,
    household: household / total,
    assisted: assisted / total,
    self: self / total,
    ring: ring / total,
  };
}

/**
 * Weight of each likelihood in bits, given all before it: the change in log-odds as the belief is updated one by one.
 * The weights telescope, so they add up to the change from prior to posterior whatever the order.
 *
 * It is `update` and `abuseBits` once more, on five numbers: an object for every belief on the way costs more than the
 * sums do. INVARIANT: the same operations in the same order, so that the last bit of a decision stays what it was.
 */
function sequentialWeights(prior: ByHypothesis, likelihoods: readonly ByHypothesis[]): number[] {
  let { unrelated, household, assisted, self, ring } = prior;
  let bits = abuseBits(prior);
  const each: number[] = [];
  for (const likelihood of likelihoods) {
    unrelated *= likelihood.unrelated;
    household *= likelihood.household;
    assisted *= likelihood.assisted;
    self *= likelihood.self;
    ring *= likelihood.ring;
    const total = unrelated + household + assisted + self + ring;
    unrelated /= total;
    household /= total;
    assisted /= total;
    self /= total;
    ring /= total;
    const next = Math.log2((self + ring) / (unrelated + household + assisted));
    each.push(next - bits);
    bits = next;
  }
  return each;
}

/**
 * The mean of the weights in forward and in reverse order: no signal is favoured by standing first, and the sum is
 * exact all the same (scoring-model §1.3).
 */
export function weights(prior: ByHypothesis, likelihoods: readonly ByHypothesis[]): number[] {
  const forward = sequentialWeights(prior, likelihoods);
  const reverse = sequentialWeights(prior, likelihoods.toReversed()).toReversed();
  return forward.map((weight, index) => (weight + (reverse[index] ?? weight)) / 2);
}
