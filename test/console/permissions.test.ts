import type { Role } from '@doubletake/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../console/src/app.ts';
import { houseOf } from '../../console/src/options.ts';
import { ROUTES } from '../../console/src/routes.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const EVERYBODY = ['auditor', 'analyst', 'lead', 'admin'];

// Said twice on purpose, here by address: a permission that is changed must be changed here too.
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'get /': EVERYBODY,
  'get /me': EVERYBODY,
  'post /me/settings': EVERYBODY,
  'post /me/keys': EVERYBODY,
  'post /me/password': EVERYBODY,
  'get /me/second-factor': EVERYBODY,
  'post /me/second-factor': EVERYBODY,
  'post /me/second-factor/remove': EVERYBODY,
  'post /me/sessions/end-others': EVERYBODY,
  'post /me/sessions/:sessionId/end': EVERYBODY,
  'get /queue': EVERYBODY,
  'post /queue/next': ['analyst', 'lead', 'admin'],
  'get /go': EVERYBODY,
  'get /cases/:caseId': EVERYBODY,
  'post /queue/views': EVERYBODY,
  'post /queue/views/:viewId/remove': EVERYBODY,
  'get /bulk': ['analyst', 'lead', 'admin'],
  'post /bulk': ['analyst', 'lead', 'admin'],
  'post /bulk/decide': ['analyst', 'lead', 'admin'],
  'get /bulk/:commandId': ['analyst', 'lead', 'admin'],
  'post /bulk/:commandId/undo': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/decide': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/undo': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/claim': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/release': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/hand-over': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/skip': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/escalate': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/snooze': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/resume': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/notes': ['analyst', 'lead', 'admin'],
  'get /accounts': EVERYBODY,
  'get /accounts/:accountId': EVERYBODY,
  'post /accounts/:accountId/notes': ['analyst', 'lead', 'admin'],
  'post /accounts/:accountId/exceptions/end': ['analyst', 'lead', 'admin'],
  'post /accounts/:accountId/reveal': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/reveal': ['analyst', 'lead', 'admin'],
  'post /cases/:caseId/take-over': ['lead', 'admin'],
  'post /cases/:caseId/here': EVERYBODY,
  'post /cases/:caseId/reopen': ['lead', 'admin'],
  'get /approvals': ['lead', 'admin'],
  'get /samples': ['lead', 'admin'],
  'get /samples/:caseId': ['lead', 'admin'],
  'post /samples/:caseId': ['lead', 'admin'],
  'post /cases/:caseId/approval': ['lead', 'admin'],
  'get /rules': EVERYBODY,
  'get /rules/:pack/:name': EVERYBODY,
  'get /audit': ['auditor', 'lead', 'admin'],
  'get /audit/head': ['auditor', 'lead', 'admin'],
  'get /audit/export': ['auditor', 'lead', 'admin'],
  'post /audit/verify': ['auditor', 'lead', 'admin'],
  'get /queue/export': ['auditor', 'lead', 'admin'],
  'get /statistics': EVERYBODY,
  'get /api-keys': ['admin'],
  'post /api-keys': ['admin'],
  'post /api-keys/:keyId/revoke': ['admin'],
  'get /webhooks': ['admin'],
  'post /webhooks': ['admin'],
  'get /webhooks/:endpointId': ['admin'],
  'post /webhooks/:endpointId/rotate': ['admin'],
  'post /webhooks/:endpointId/disable': ['admin'],
  'post /webhooks/:endpointId/enable': ['admin'],
  'post /webhooks/:endpointId/test': ['admin'],
  'get /webhooks/:endpointId/:messageId': ['admin'],
  'post /webhooks/:endpointId/:messageId/resend': ['admin'],
  'get /settings': ['admin'],
  'get /users': ['lead', 'admin'],
  'post /users': ['admin'],
  'get /users/:userId': ['lead', 'admin'],
  'post /users/:userId/role': ['lead', 'admin'],
  'post /users/:userId/second-factor/remove': ['admin'],
  'post /users/:userId/invite': ['admin'],
  'post /users/:userId/disable': ['lead', 'admin'],
  'post /users/:userId/enable': ['lead', 'admin'],
  'post /users/:userId/sessions/end': ['lead', 'admin'],
};

const PUBLIC = [
  'get /healthz',
  'post /csp-report',
  'get /set-up/:token',
  'post /set-up/:token',
  'get /join/:token',
  'post /join/:token',
  'get /sign-in',
  'post /sign-in',
  'get /sign-in/code',
  'post /sign-in/code',
  'get /sign-in/sso',
  'get /sign-in/sso/callback',
  'post /sign-out',
];

let console: TestConsole;
const browsers = new Map<string, Browser>();
const ROLES: readonly Role[] = ['auditor', 'analyst', 'lead', 'admin'];

beforeAll(async () => {
  console = await startTestConsole(ROLES.map((role) => person(role, role)));
  for (const role of ROLES) browsers.set(role, await console.signedIn(role));
});
afterAll(async () => console.close());

test('every Express route is a row of the table, and every row is in the lists above', () => {
  const { access } = console;
  const house = houseOf(
    {
      access,
      cases: console.cases.work,
      accounts: console.cases.accounts,
      outbox: console.cases.engine.parts.ledger.outbox,
      audit: { append: () => Promise.reject(new Error('nothing is written here')) },
      now: () => 0,
      random: () => Buffer.alloc(32),
      log: () => {},
      secrets: ['0123456789abcdef0123456789abcdef'],
    },
    console.url,
  );
  const found = createApp(house).router.stack.flatMap(({ route }) =>
    route === undefined ? [] : route.stack.map(({ method }) => `${method} ${route.path}`),
  );
  const rows = ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(found)).toEqual(new Set(rows));
  expect(rows.toSorted()).toEqual([...PUBLIC, ...Object.keys(ALLOWED)].toSorted());
});

describe.each(Object.entries(ALLOWED))('%s', (route, allowed) => {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replaceAll(/:\w+/g, 'nothing');
  const ask = (browser: Browser) =>
    method === 'get' ? browser.get(address) : browser.post(address).type('form').send({});

  test('nobody', async () => {
    const { status, headers } = await ask(console.browser());
    const reads = { status: 303, location: `/sign-in?next=${encodeURIComponent(address)}` };
    const refused = { status: 401, location: undefined };
    expect({ status, location: headers['location'] }).toEqual(method === 'get' ? reads : refused);
  });

  test.each(ROLES)('%s', async (role) => {
    const browser = browsers.get(role);
    if (browser === undefined) throw new Error(`nobody is ${role}`);
    const { status } = await ask(browser);
    expect(status === 403).toBe(!allowed.includes(role));
  });
});

describe('nobody gives or takes what is above their own role', () => {
  const rows = [
    {
      note: 'a lead makes an analyst, who would ask for what the lead approves',
      as: 'lead',
      to: '/users',
      form: { name: 'new1', role: 'analyst' },
      status: 403,
    },
    {
      note: 'a lead makes an administrator',
      as: 'lead',
      to: '/users',
      form: { name: 'new2', role: 'admin' },
      status: 403,
    },
    {
      note: 'a lead promotes an analyst to administrator',
      as: 'lead',
      to: '/users/analyst/role',
      form: { role: 'admin' },
      status: 403,
    },
    {
      note: 'a lead disables an administrator',
      as: 'lead',
      to: '/users/admin/disable',
      form: {},
      status: 403,
    },
    {
      note: 'a lead makes a link into an analyst’s account',
      as: 'lead',
      to: '/users/analyst/invite',
      form: {},
      status: 403,
    },
    {
      note: 'a lead makes a link for an administrator',
      as: 'lead',
      to: '/users/admin/invite',
      form: {},
      status: 403,
    },
    {
      note: 'an administrator makes another',
      as: 'admin',
      to: '/users',
      form: { name: 'new3', role: 'admin' },
      status: 200,
    },
  ];
  test.each(rows)('$note: $status', async ({ as, to, form, status }) => {
    const browser = browsers.get(as);
    expect((await browser?.post(to).type('form').send(form))?.status).toBe(status);
  });
});
