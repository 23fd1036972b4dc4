import type { AdministrationViews } from '../../../console/src/models/administration.ts';

const TIME = { iso: '2026-01-05T09:00:00.000Z', text: '5 Jan 2026, 09:00 UTC' };
const TABS = [
  { label: 'Users', href: '/users', current: false },
  { label: 'API keys', href: '/api-keys', current: true },
];
const CHECKS = {
  name: 'scopes',
  legend: 'What it may do',
  options: [
    { value: 'events:write', label: 'Record events', checked: true },
    { value: 'decisions:read', label: 'Read decisions', checked: false },
  ],
  problem: 'Choose at least one.',
};
const GOOD = { text: 'good', tone: 'good' } as const;

const KEY: AdministrationViews['api-keys']['keys'][number] = {
  keyId: '0123456789abcdef',
  label: 'payouts',
  scopes: ['events:write', 'decisions:read'],
  by: 'ada',
  made: TIME,
  expires: TIME,
  used: TIME,
  state: GOOD,
  revocable: true,
};
const KEYS: AdministrationViews['api-keys'] = {
  title: 'API keys',
  tabs: TABS,
  keys: [KEY, { ...KEY, expires: undefined, used: undefined, revocable: false }],
  label: 'payouts',
  scopes: CHECKS,
  days: {
    name: 'days',
    label: 'Good for',
    options: [{ value: '90', label: '90 days' }],
    selected: '90',
  },
  problems: { label: 'Give it a name.' },
};

const ENDPOINT: AdministrationViews['webhook']['endpoint'] = {
  endpointId: 'hook_1',
  url: 'https://host.example/hook',
  types: ['decision.made', 'case.concluded'],
  added: TIME,
  by: 'ada',
  state: GOOD,
  enabled: true,
};
const WEBHOOKS: AdministrationViews['webhooks'] = {
  title: 'Webhooks',
  tabs: TABS,
  endpoints: [ENDPOINT],
  url: 'http://x',
  types: { ...CHECKS, name: 'types' },
  problems: { url: 'Use https.' },
};
const DELIVERY: AdministrationViews['delivery']['delivery'] = {
  messageId: 'msg_1',
  type: 'decision.made',
  at: TIME,
  state: { text: 'waiting', tone: 'fair' },
  tries: 2,
  next: TIME,
};
const WEBHOOK: AdministrationViews['webhook'] = {
  title: 'Webhook',
  tabs: TABS,
  endpoint: ENDPOINT,
  previousUntil: TIME,
  deliveries: [DELIVERY, { ...DELIVERY, messageId: 'msg_2', next: undefined }],
  older: '/webhooks/hook_1?before=7',
  newest: '/webhooks/hook_1',
};
const SECRET: AdministrationViews['webhook-secret'] = {
  title: 'Webhook secret',
  endpointId: 'hook_1',
  url: 'https://host.example/hook',
  secret: 'whsec_AAAA',
  previousUntil: TIME,
};
const SENT: AdministrationViews['delivery'] = {
  title: 'Delivery',
  tabs: TABS,
  endpointId: 'hook_1',
  url: 'https://host.example/hook',
  delivery: DELIVERY,
  decisionId: 'dec_1',
  resendable: true,
  attempts: [
    { at: TIME, what: { text: 'turned away', tone: 'bad' }, status: '500', took: '12 ms' },
    { at: TIME, what: { text: 'no answer in time', tone: 'bad' }, status: '', took: '15000 ms' },
  ],
};

/** Models for the pages of the administration, enough of them that every line is rendered. */
export const ADMINISTRATION_VIEW_MODELS: {
  readonly [Name in keyof AdministrationViews]: readonly AdministrationViews[Name][];
} = {
  'api-keys': [
    KEYS,
    { ...KEYS, keys: [], scopes: { ...CHECKS, problem: undefined }, tabs: [], problems: {} },
  ],
  'api-key-made': [{ title: 'API key', label: 'payouts', text: 'dt_live_0_x', expires: TIME }],
  webhooks: [WEBHOOKS, { ...WEBHOOKS, endpoints: [], problems: {} }],
  webhook: [
    WEBHOOK,
    {
      ...WEBHOOK,
      endpoint: { ...ENDPOINT, enabled: false },
      previousUntil: undefined,
      deliveries: [],
      older: undefined,
      newest: undefined,
    },
  ],
  'webhook-secret': [SECRET, { ...SECRET, previousUntil: undefined }],
  delivery: [
    SENT,
    {
      ...SENT,
      delivery: { ...DELIVERY, next: undefined },
      decisionId: undefined,
      resendable: false,
      attempts: [],
    },
  ],
  settings: [
    {
      title: 'Reasons and limits',
      tabs: TABS,
      version: 'sha256:1',
      reasons: [
        {
          code: 'SHARED_DEVICE',
          analyst: 'one device',
          customer: 'We are checking.',
          by: 'rules',
        },
      ],
      programmes: [
        {
          id: 'guest-credit',
          name: 'Guest credit',
          about: 'Travel.',
          file: 'rules/programmes/guest-credit.json',
          terms: [{ name: 'Paid after', value: '7 days' }],
        },
      ],
      limits: [{ title: 'Work', rows: [{ name: 'A lease', value: '15 min' }] }],
    },
  ],
};
