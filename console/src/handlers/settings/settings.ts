import type { Programme } from '@doubletake/scoring';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { ShownTerm } from '../../models/administration.ts';
import { administrationTabs } from '../../show/administration.ts';
import { consoleLimits } from '../../show/limits.ts';
import { shownCount } from '../../show/number.ts';

/** Reasons, terms of programmes and limits in force: read only, as each is settled somewhere else. */
export function settings({ house, user }: SignedIn): Answer {
  const { reasons, programmes, versions } = house.cases.policy;
  return page('settings', {
    title: 'Reasons and limits',
    tabs: administrationTabs(user.role, '/settings'),
    version: versions.rules,
    reasons: Object.entries(reasons).map(([code, { analyst, customer, review }]) => ({
      code,
      analyst,
      customer,
      by: review === undefined ? 'rules' : `people, to ${review.outcome} as ${review.label}`,
    })),
    programmes: [...programmes.values()].map((programme) => ({
      id: programme.programme,
      name: programme.name,
      about: programme.description,
      file: `rules/programmes/${programme.programme}.json`,
      terms: termsOf(programme),
    })),
    limits: consoleLimits(),
  });
}

const HOUSEHOLDS: Readonly<Record<Programme['household'], string>> = {
  allowed: 'may refer each other',
  review: 'go to a person',
  ineligible: 'earn nothing',
};

function termsOf(programme: Programme): readonly ShownTerm[] {
  const { caps, secondPersonFrom, failMode } = programme;
  return [
    { name: 'Judged by', value: `terms and ${programme.pack}` },
    { name: 'Only observes', value: programme.observe ? 'yes: everything is paid' : 'no' },
    { name: 'Paid after', value: days(programme.payoutHoldDays) },
    { name: 'Taken back within', value: days(programme.clawbackDays) },
    { name: 'Rewards in 30 days', value: atMost(caps.per30Days) },
    { name: 'Rewards in the first 30 days', value: atMost(caps.firstMonth) },
    { name: 'Rewards ever', value: atMost(caps.lifetime) },
    { name: 'Households', value: HOUSEHOLDS[programme.household] },
    { name: 'Answer promised within', value: `${programme.reviewHours} h` },
    {
      name: 'Second person from',
      value:
        secondPersonFrom === undefined
          ? 'never'
          : `${shownCount(secondPersonFrom)} in the smallest unit of its currency (cents, yen)`,
    },
    {
      name: 'When a store is down',
      value: failMode === 'hold' ? 'hold, and decide later' : 'release',
    },
  ];
}

const days = (count: number): string => `${count} days`;
const atMost = (count: number | undefined): string =>
  count === undefined ? 'no limit' : `at most ${count}`;
