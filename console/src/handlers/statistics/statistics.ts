import type { ConclusionCount, RuleLabels } from '@doubletake/scoring';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { StatisticsViews } from '../../models/statistics.ts';
import { may } from '../../permissions.ts';
import { shownAgreement } from '../../show/agreement.ts';
import { analysts } from '../../show/analysts.ts';
import { ageBars, ageEdges, outcomeBars } from '../../show/bars.ts';
import { shownFlow } from '../../show/flow.ts';
import { shownCount } from '../../show/number.ts';
import { shownOverturned } from '../../show/overturned.ts';
import { shownPeriod } from '../../show/period.ts';
import { readerOf } from '../../show/reader.ts';
import { shownRuleFigures } from '../../show/rule-figures.ts';
import { shownSpan } from '../../show/span.ts';
import { daysOf } from '../../statistics/period.ts';
import { ruleFigures } from '../../statistics/rule-figures.ts';

/** What can be learned from the cases of some days. */
export async function statistics(asked: SignedIn): Promise<Answer> {
  const { house, query, user, at } = asked;
  const { desk } = house.cases;
  const reader = await readerOf(asked);
  const days = daysOf(query, reader);
  const { period } = days;
  const [flow, waiting, closings, given, overturned, labels, pairs] = await Promise.all([
    desk.flow(days.edges),
    desk.waiting(ageEdges(at)),
    desk.closings(period),
    desk.given(period),
    desk.overturned(period),
    desk.ruleLabels(period),
    desk.agreement(period),
  ]);
  const shown = shownFlow(flow, days);
  const open = waiting.reduce((sum, count) => sum + count, 0);
  const { answered } = closings;
  const model: StatisticsViews['statistics'] = {
    title: 'Statistics',
    period: shownPeriod('/statistics', days, reader.zone),
    glance: [
      { name: 'Waiting now', value: shownCount(open), hint: 'whenever they opened' },
      { name: 'Opened', value: shownCount(shown?.opened ?? 0), hint: 'in these days' },
      { name: 'Closed', value: shownCount(shown?.closed ?? 0), hint: 'in these days' },
      {
        name: 'Time to decision',
        value: answered === undefined ? 'unknown' : shownSpan(answered.p50),
        hint:
          answered === undefined
            ? 'nobody decided anything'
            : `half of ${shownCount(answered.count)}; 95 % within ${shownSpan(answered.p95)}`,
      },
    ],
    flow: shown,
    ages: ageBars(waiting),
    outcomes: outcomeBars(closings),
    overturned: shownOverturned(given, overturned),
    rules: figures(labels, given, may(user.role, 'rules.read')),
    agreement: shownAgreement(pairs),
    analysts: may(user.role, 'samples.review') ? analysts(given, reader.names) : undefined,
  };
  return page('statistics', model);
}

function figures(
  labels: readonly RuleLabels[],
  given: readonly ConclusionCount[],
  mayRead: boolean,
) {
  return ruleFigures(labels, given).map((each) => shownRuleFigures(each, mayRead));
}
