import type { RuleViews } from '../../../console/src/models/rules.ts';
import { PERIOD, SHARE } from './statistics.ts';

const SOURCE = { version: 'sha256:ab', commit: 'abc123' };
const LIVE = { text: 'live', tone: 'good' } as const;
const HOLD = { text: 'hold', tone: 'fair' } as const;

const RULE: RuleViews['rule'] = {
  title: 'shared-device',
  source: SOURCE,
  period: PERIOD,
  id: 'four-controls/shared-device',
  description: 'One device on both sides.',
  mode: { ...LIVE, meaning: 'it counts' },
  vote: { ...HOLD, meaning: 'the reward waits' },
  facts: [{ name: 'Priority', value: '90' }],
  condition: {
    text: 'All of these hold',
    name: undefined,
    hint: undefined,
    parts: [
      { text: 'device.match is exact', name: 'same', hint: 'device.match: how alike', parts: [] },
    ],
  },
  onMissing: 'It says nothing.',
  acceptedRisk: 'Couples share devices.',
  reason: {
    code: 'SHARED_DEVICE',
    analyst: 'one device',
    customer: 'We are checking.',
    cases: '/queue?reason=SHARED_DEVICE',
  },
  votes: [{ what: 'Held', count: '12' }],
  shares: [
    { name: 'Precision', hint: 'of all', share: SHARE },
    { name: 'Recall', hint: 'of blind', share: undefined },
  ],
  labels: '12 fraud, 8 honest',
  tests: { file: 'packs/four-controls/shared-device.test.json', cases: '4 named pairs' },
  text: '{ "name": "shared-device" }\n',
};

/** Models for the pages of rules, enough of them that every line is rendered. */
export const RULE_VIEW_MODELS: { readonly [Name in keyof RuleViews]: readonly RuleViews[Name][] } =
  {
    rules: [
      {
        title: 'Rules',
        source: SOURCE,
        period: PERIOD,
        packs: [
          {
            name: 'four-controls',
            judges: 'Judges Guest credit.',
            rules: [
              {
                name: 'shared-device',
                href: '/rules/four-controls/shared-device',
                description: 'One device.',
                mode: LIVE,
                vote: HOLD,
                votes: '12',
                precision: SHARE,
                tests: '4 pairs',
              },
            ],
          },
        ],
      },
      { title: 'Rules', source: { ...SOURCE, commit: undefined }, period: PERIOD, packs: [] },
    ],
    rule: [
      RULE,
      {
        ...RULE,
        source: { ...SOURCE, commit: undefined },
        acceptedRisk: undefined,
        votes: [],
        labels: '',
        tests: undefined,
      },
    ],
  };
