import type { ShownPeriod, StatisticsViews } from '../../../console/src/models/statistics.ts';

export const PERIOD: ShownPeriod = {
  action: '/statistics',
  choices: [
    { label: 'Last 7 days', href: '/statistics?days=7', current: true },
    { label: 'Last 30 days', href: '/statistics?days=30', current: false },
  ],
  first: '2026-01-01',
  last: '2026-01-02',
  problem: 'The first day is after the last.',
  text: '1 Jan 2026 to 2 Jan 2026, UTC',
};

export const SHARE = {
  text: '60 %',
  of: '12 of 20',
  between: '39 to 78 %',
  at: 60,
  low: 39,
  width: 39,
} as const;

const DAY = { opened: 4, closed: 2, width: 40, up: 50, down: 25 };

const STATISTICS: StatisticsViews['statistics'] = {
  title: 'Statistics',
  period: PERIOD,
  glance: [{ name: 'Opened', value: '8', hint: 'in these days' }],
  flow: {
    days: [
      { ...DAY, day: '2026-01-01', text: '1 Jan 2026', x: 5 },
      { ...DAY, day: '2026-01-02', text: '2 Jan 2026', x: 55 },
    ],
    first: '1 Jan 2026',
    last: '2 Jan 2026',
    opened: 8,
    closed: 4,
    most: 4,
    description: '8 cases opened and 4 closed in 2 days.',
  },
  ages: [
    { name: 'Under a day', text: '3', hint: '75 %', percent: 75, tone: 'good' },
    { name: '30 days or more', text: '1', hint: '25 %', percent: 25, tone: 'bad' },
  ],
  outcomes: [
    {
      name: 'Answered by a later screening',
      text: '2',
      hint: '100 %',
      percent: 100,
      tone: 'plain',
    },
  ],
  overturned: [
    { name: 'Undone', hint: 'taken back', share: SHARE },
    { name: 'Reopened', hint: 'opened again', share: undefined },
  ],
  rules: [
    {
      rule: 'four-controls/shared-device',
      href: '/rules/four-controls/shared-device',
      labels: '12 fraud, 8 honest',
      precision: SHARE,
      blind: undefined,
      seen: SHARE,
      recall: undefined,
    },
    {
      rule: 'gone/rule',
      href: undefined,
      labels: '1 unsure',
      precision: undefined,
      blind: undefined,
      seen: undefined,
      recall: undefined,
    },
  ],
  agreement: {
    kappa: '0.40',
    reading: 'fair',
    labels: ['fraud', 'honest'],
    rows: [
      { label: 'fraud', counts: [20, 5] },
      { label: 'honest', counts: [10, 15] },
    ],
    pairs: 50,
  },
  analysts: [
    { name: 'ann', decided: 9, released: 4, blocked: 5, undone: 1, sentBack: 0, looks: 2 },
  ],
};

/** Models for the statistics, enough of them that every line is rendered. */
export const STATISTICS_VIEW_MODELS: {
  readonly [Name in keyof StatisticsViews]: readonly StatisticsViews[Name][];
} = {
  statistics: [
    STATISTICS,
    {
      ...STATISTICS,
      period: { ...PERIOD, problem: undefined },
      flow: undefined,
      ages: [],
      outcomes: [],
      rules: [],
      agreement: { ...STATISTICS.agreement, kappa: undefined, rows: [], pairs: 0 },
      analysts: [],
    },
    {
      ...STATISTICS,
      agreement: { ...STATISTICS.agreement, kappa: undefined },
      analysts: undefined,
    },
  ],
};
