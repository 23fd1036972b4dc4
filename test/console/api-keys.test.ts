import { memoryAccessStore } from '@doubletake/ledger';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyApiKey } from '../../console/src/access/api-key.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const DAY = 86_400_000;

let console: TestConsole;
let ada: Browser;
beforeEach(async () => {
  console = await startTestConsole([person('ada', 'admin')], { access: memoryAccessStore() });
  ada = await console.signedIn('ada');
});
afterEach(async () => console.close());

const make = (form: object) => ada.post('/api-keys').type('form').send(form);
const acts = () =>
  console.audit.map(({ action }) => action).filter((act) => act.startsWith('api_key'));

test('a key is shown whole once, works, and is gone when it is revoked', async () => {
  const made = await make({
    label: 'payouts',
    scopes: ['events:write', 'decisions:read'],
    days: '90',
  });
  expect(made.status).toBe(200);
  const [text = ''] = /dt_live_[\w-]+/.exec(made.text) ?? [];
  const key = await verifyApiKey(console.access, text, console.clock.now);
  expect(key).toMatchObject({
    label: 'payouts',
    scopes: ['events:write', 'decisions:read'],
    createdBy: 'ada',
    expiresAt: console.clock.now + 90 * DAY,
  });
  const list = await ada.get('/api-keys');
  expect(list.text).toContain('payouts');
  expect(list.text).not.toContain(text.split('_').slice(3).join('_'));

  const gone = await ada
    .post(`/api-keys/${key?.keyId ?? ''}/revoke`)
    .type('form')
    .send({});
  expect(gone.headers['location']).toBe('/api-keys');
  expect(await verifyApiKey(console.access, text, console.clock.now)).toBeUndefined();
  expect((await ada.get('/api-keys')).text).toContain('revoked');
  expect(acts()).toEqual(['api_key.make', 'api_key.revoke']);
  expect(JSON.stringify([console.audit, console.log])).not.toContain(text.slice(-20));
});

test('revoking twice is one act', async () => {
  await make({ label: 'payouts', scopes: 'events:write', days: '30' });
  const [key] = await console.access.apiKeys();
  for (let n = 0; n < 2; n += 1)
    await ada
      .post(`/api-keys/${key?.keyId ?? ''}/revoke`)
      .type('form')
      .send({});
  expect(acts()).toEqual(['api_key.make', 'api_key.revoke']);
});

test.each([
  {
    note: 'no name',
    form: { label: ' ', scopes: 'events:write', days: '90' },
    says: 'Give it a name.',
  },
  { note: 'no scope', form: { label: 'x', days: '90' }, says: 'Choose at least one.' },
  {
    note: 'a scope there is not',
    form: { label: 'x', scopes: 'all', days: '90' },
    says: 'Choose at least one.',
  },
  { note: 'for ever', form: { label: 'x', scopes: 'events:write', days: '99999' }, says: '' },
])('$note makes none', async ({ form, says }) => {
  const { status, text } = await make(form);
  expect(status).toBe(422);
  expect(text).toContain(says);
  expect(await console.access.apiKeys()).toEqual([]);
});

test('one that is not there is not revoked', async () => {
  expect((await ada.post('/api-keys/nothing/revoke').type('form').send({})).status).toBe(404);
});
