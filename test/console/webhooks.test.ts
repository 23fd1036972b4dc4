import type { Outbox } from '@doubletake/scoring';
import { webhookSender } from 'doubletake';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';
import { startReceiver, type Receiver } from '../webhooks/receiver.ts';
import { verified } from '../webhooks/verified.ts';

const DAY = 86_400_000;

let console: TestConsole;
let outbox: Outbox;
let ada: Browser;
let receiver: Receiver;
beforeEach(async () => {
  console = await startTestConsole([person('ada', 'admin')], { demo: true });
  ({ outbox } = console.cases.engine.parts.ledger);
  ada = await console.signedIn('ada');
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
  await console.close();
});

const post = (path: string, form: object = {}) => ada.post(path).type('form').send(form);
const acts = () =>
  console.audit.flatMap(({ action }) => (action.startsWith('webhook.') ? [action] : []));
const secretIn = (html: string): string => /whsec_[\w+/=]+/.exec(html)?.[0] ?? '';
const send = () =>
  webhookSender({
    outbox,
    clock: () => console.clock.now,
    chance: () => 0.5,
    loopback: true,
  }).sendDue();

/** Adds the receiver; its path and the secret it was shown. */
async function added(): Promise<{ path: string; secret: string }> {
  const { text, status } = await post('/webhooks', { url: receiver.url, types: 'decision.made' });
  expect(status).toBe(200);
  const [endpoint] = await outbox.endpoints();
  return { path: `/webhooks/${endpoint?.endpointId ?? ''}`, secret: secretIn(text) };
}

test('an endpoint is added, tested, and its deliveries looked at', async () => {
  const { path, secret } = await added();
  expect(secret).toMatch(/^whsec_/);
  const { headers } = await post(`${path}/test`);
  const where = String(headers['location']);
  expect((await ada.get(where)).text).toContain('None yet');
  expect(await send()).toBe(1);
  const shown = await ada.get(where);
  expect(shown.text).toContain('delivered');
  expect(shown.text).toContain('204');
  const [message] = receiver.received;
  if (message === undefined) throw new Error('nothing came');
  expect(verified(secret, message, console.clock.now)).toMatchObject({ type: 'webhook.test' });
  expect((await ada.get(path)).text).toContain('webhook.test');
  for (const page of [path, where, '/webhooks'])
    expect((await ada.get(page)).text).not.toContain('whsec_');
  expect(acts()).toEqual(['webhook.add', 'webhook.test']);
});

test('a message is sent again on request', async () => {
  const { path } = await added();
  const { headers } = await post(`${path}/test`);
  const where = String(headers['location']);
  expect((await post(`${where}/resend`)).status).toBe(409);
  await send();
  expect((await post(`${where}/resend`)).headers['location']).toBe(where);
  await send();
  expect(receiver.received).toHaveLength(2);
  expect(acts().at(-1)).toBe('webhook.resend');
});

test('a new secret is shown once, and the old one signs as well for a day', async () => {
  const { path, secret } = await added();
  const next = secretIn((await post(`${path}/rotate`)).text);
  expect(next).not.toBe(secret);
  const [endpoint] = await outbox.endpoints();
  expect(endpoint?.secrets).toEqual({
    current: next,
    previous: { secret, until: console.clock.now + DAY },
  });
  expect((await ada.get(path)).text).toContain('signs as well until');
  expect(acts()).toEqual(['webhook.add', 'webhook.rotate']);
});

test('one that is switched off is told nothing, and on again what waited', async () => {
  const { path } = await added();
  await post(`${path}/test`);
  await post(`${path}/disable`);
  expect(await send()).toBe(0);
  expect((await post(`${path}/test`)).status).toBe(409);
  await post(`${path}/enable`);
  expect(await send()).toBe(1);
  expect(acts()).toEqual(['webhook.add', 'webhook.test', 'webhook.disable', 'webhook.enable']);
});

test('what was sent comes in pages', async () => {
  const { path } = await added();
  const id = path.split('/').at(-1) ?? '';
  for (let n = 0; n < 60; n += 1) await outbox.test(id, `msg_${n}`, console.clock.now);
  const first = await ada.get(path);
  expect(first.text).toContain('msg_59');
  expect(first.text).not.toContain('msg_9"');
  const [, older = ''] = /href="([^"]+)">Older/.exec(first.text) ?? [];
  const second = await ada.get(older);
  expect(second.text).toContain('msg_9"');
  expect(second.text).toContain('Newest');
  expect(second.text).not.toContain('Older');
  expect((await ada.get(`${path}?before=nonsense`)).text).toContain('msg_59');
});

describe('what is not added', () => {
  test.each([
    {
      note: 'plain HTTP',
      form: { url: 'http://host.example/', types: 'decision.made' },
      says: 'Use https.',
    },
    {
      note: 'a URL with a line end',
      form: { url: 'https://host.example/\r\nx', types: 'decision.made' },
      says: 'Enter a URL',
    },
    { note: 'no URL', form: { types: 'decision.made' }, says: 'Enter a URL' },
    { note: 'told nothing', form: { url: 'https://host.example/' }, says: 'Choose at least one.' },
    {
      note: 'told what there is not',
      form: { url: 'https://host.example/', types: 'x' },
      says: 'Choose at least one.',
    },
  ])('$note', async ({ form, says }) => {
    const { status, text } = await post('/webhooks', form);
    expect(status).toBe(422);
    expect(text).toContain(says);
    expect(await outbox.endpoints()).toEqual([]);
  });

  test('what is not there is not found', async () => {
    const { path } = await added();
    for (const each of ['/webhooks/nothing', `${path}/nothing`])
      expect((await ada.get(each)).status).toBe(404);
    for (const act of ['rotate', 'disable', 'enable', 'test', 'msg_1/resend'])
      expect((await post(`/webhooks/nothing/${act}`)).status, act).toBe(404);
  });
});

test('reasons, programmes and limits in force are shown, with where they are settled', async () => {
  const { text } = await ada.get('/settings');
  const { policy } = console.cases.engine.parts;
  for (const code of Object.keys(policy.reasons)) expect(text).toContain(code);
  for (const { programme } of policy.programmes.values())
    expect(text).toContain(`rules/programmes/${programme}.json`);
  expect(text).toContain(policy.versions.rules);
  for (const limit of ['15 min', '10 s', '30 min', '12 h', '10 tries in 15 min', '15 characters'])
    expect(text).toContain(limit);
});
