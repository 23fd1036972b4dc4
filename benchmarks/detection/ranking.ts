/** A claimed probability beside what was true. */
export interface Claim {
  readonly probability: number;
  readonly fraud: boolean;
}

/**
 * Average precision: mean precision over the ranks of the positives. Ties count as if each had the
 * precision at the end of its tie, so that the order of input does not matter.
 */
export function averagePrecision(claims: readonly Claim[]): number | null {
  let [seen, found, sum] = [0, 0, 0];
  for (const { total, fraud } of descendingTies(claims)) {
    seen += total;
    found += fraud;
    sum += (fraud * found) / seen;
  }
  return found === 0 ? null : sum / found;
}

/** Area under the ROC curve: the chance that a fraud scores above an honest reward (Mann-Whitney, ties half). */
export function areaUnderCurve(claims: readonly Claim[]): number | null {
  let [above, wins, honestTotal] = [0, 0, 0];
  for (const { total, fraud } of descendingTies(claims)) {
    const honest = total - fraud;
    wins += honest * (above + fraud / 2);
    above += fraud;
    honestTotal += honest;
  }
  return above * honestTotal === 0 ? null : wins / (above * honestTotal);
}

/** Share of fraud that scores above all but `share` of the honest. */
export function recallAtHonest(claims: readonly Claim[], share: number): number | null {
  const honest = claims.filter((claim) => !claim.fraud).map((claim) => claim.probability);
  const fraud = claims.filter((claim) => claim.fraud);
  const allowed = Math.floor(honest.length * share);
  const threshold = honest.toSorted((a, b) => b - a)[allowed] ?? -1;
  if (fraud.length === 0) return null;
  return fraud.filter((claim) => claim.probability > threshold).length / fraud.length;
}

interface Tie {
  readonly total: number;
  readonly fraud: number;
}

function descendingTies(claims: readonly Claim[]): Tie[] {
  const ties = new Map<number, Tie>();
  for (const { probability, fraud } of claims.toSorted((a, b) => b.probability - a.probability)) {
    const tie = ties.get(probability) ?? { total: 0, fraud: 0 };
    ties.set(probability, { total: tie.total + 1, fraud: tie.fraud + Number(fraud) });
  }
  return [...ties.values()];
}
