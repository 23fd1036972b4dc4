import type { ConclusionCount } from '@doubletake/scoring';
import type { StatisticsViews } from '../models/statistics.ts';

type Test = (given: ConclusionCount) => boolean;

/** What each person concluded, whoever concluded most first. */
export function analysts(
  given: readonly ConclusionCount[],
  names: (userId: string) => string,
): StatisticsViews['statistics']['analysts'] & {} {
  return [...new Set(given.map(({ by }) => by))]
    .map((by) => {
      const count = (test: Test): number =>
        given
          .filter((each) => each.by === by && test(each))
          .reduce((sum, each) => sum + each.count, 0);
      return {
        name: names(by),
        decided: count(({ outcome }) => outcome !== undefined),
        released: count(({ outcome }) => outcome === 'release'),
        blocked: count(({ outcome }) => outcome === 'block'),
        undone: count(({ status }) => status === 'undone'),
        sentBack: count(({ status }) => status === 'sent_back'),
        looks: count(({ status }) => status === 'opinion'),
      };
    })
    .toSorted((a, b) => b.decided + b.looks - a.decided - a.looks);
}
