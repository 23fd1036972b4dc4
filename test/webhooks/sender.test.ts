import { randomBytes } from 'node:crypto';
import { memoryLedger, type ReviewedLedger } from '@doubletake/ledger';
import { webhookSender, type WebhookSender, type WebhookSenderOptions } from 'doubletake';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startReceiver, type Received, type Receiver } from './receiver.ts';
import { verified } from './verified.ts';

const MINUTE = 60_000;
const secret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

let ledger: ReviewedLedger;
let receiver: Receiver;
let clock: number;
let current: string;

beforeEach(async () => {
  ledger = memoryLedger();
  receiver = await startReceiver();
  clock = Date.now();
  current = secret();
  await add(receiver.url);
});
afterEach(async () => receiver.close());

const add = (url: string, endpointId = 'hook'): Promise<void> =>
  ledger.outbox.addEndpoint({
    endpointId,
    url,
    types: ['decision.made'],
    secrets: { current },
    createdBy: 'ada',
    createdAt: clock,
  });

const sender = (more: Partial<WebhookSenderOptions> = {}): WebhookSender =>
  webhookSender({
    outbox: ledger.outbox,
    clock: () => clock,
    chance: () => 0.5,
    loopback: true,
    ...more,
  });

/** Puts a test on its way and sends it. */
async function send(more: Partial<WebhookSenderOptions> = {}): Promise<void> {
  await ledger.outbox.test('hook', 'msg_1', clock);
  expect(await sender(more).sendDue()).toBe(1);
}

const delivery = () => ledger.outbox.delivery('hook', 'msg_1');
const outcomes = async () =>
  (await ledger.outbox.attempts('hook', 'msg_1')).map(({ outcome, status }) => [outcome, status]);

/** The nth message that arrived. */
function arrived(nth = 0): Received {
  const message = receiver.received[nth];
  if (message === undefined) throw new Error('nothing came');
  return message;
}

describe('what a receiver can check', () => {
  test('a message is taken by any receiver of Standard Webhooks', async () => {
    await send();
    const message = arrived();
    expect(message.headers).toMatchObject({
      'webhook-id': 'msg_1',
      'content-type': 'application/json',
    });
    expect(verified(current, message, clock)).toEqual({
      type: 'webhook.test',
      timestamp: new Date(clock).toISOString(),
      data: {},
    });
    expect(() => verified(secret(), message, clock)).toThrow(/signature/);
  });

  test.each<{ note: string; change: (message: Received) => Received }>([
    {
      note: 'its body',
      change: (message) => ({ ...message, body: message.body.replace('test', 'best') }),
    },
    {
      note: 'its id',
      change: ({ headers, ...rest }) => ({ ...rest, headers: { ...headers, 'webhook-id': 'm' } }),
    },
    {
      note: 'its time',
      change: ({ headers, ...rest }) => {
        const later = String(Number(headers['webhook-timestamp']) + 1);
        return { ...rest, headers: { ...headers, 'webhook-timestamp': later } };
      },
    },
  ])('a message that was changed is not: $note', async ({ change }) => {
    await send();
    expect(() => verified(current, change(arrived()), clock)).toThrow(/signature/);
  });

  test('a message that was kept back is too old', async () => {
    await send();
    expect(() => verified(current, arrived(), clock + 6 * MINUTE)).toThrow(/too old/);
  });

  test('while secrets change, both sign; then only the new one does', async () => {
    const next = secret();
    const previous = { secret: current, until: clock + MINUTE };
    await ledger.outbox.putSecrets('hook', { current: next, previous });
    await send();
    for (const each of [current, next]) verified(each, arrived(), clock);
    clock += MINUTE;
    await ledger.outbox.resend('hook', 'msg_1', clock);
    await sender().sendDue();
    verified(next, arrived(1), clock);
    expect(() => verified(current, arrived(1), clock)).toThrow(/signature/);
  });
});

describe('what does not arrive', () => {
  test('is sent again later, with the same id, until it does', async () => {
    receiver.answer(500, 204);
    await send();
    expect(await delivery()).toMatchObject({ state: 'pending', tries: 1, nextAt: clock + 5000 });
    expect(await sender().sendDue()).toBe(0);
    clock += 5000;
    expect(await sender().sendDue()).toBe(1);
    expect(await delivery()).toMatchObject({ state: 'delivered', tries: 2 });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      'msg_1',
      'msg_1',
    ]);
    expect(await outcomes()).toEqual([
      ['refused', 500],
      ['delivered', 204],
    ]);
  });

  test('has failed for good after some three days', async () => {
    receiver.answer(503);
    const begun = clock;
    await send();
    for (let next = await delivery(); next?.nextAt !== undefined; next = await delivery()) {
      clock = next.nextAt;
      expect(await sender().sendDue()).toBe(1);
    }
    expect(await delivery()).toMatchObject({ state: 'failed', tries: 13 });
    expect((clock - begun) / (24 * 60 * MINUTE)).toBeCloseTo(2.8, 1);
  });

  test('because the endpoint is gone disables it', async () => {
    receiver.answer(410);
    await send();
    expect(await delivery()).toMatchObject({ state: 'failed', tries: 1 });
    expect((await ledger.outbox.endpoint('hook'))?.disabled).toEqual({
      at: clock,
      because: 'gone',
    });
    expect(await ledger.audit.entries({})).toMatchObject([
      { at: clock, actor: 'doubletake', action: 'webhook.gone', subject: 'webhook:hook' },
    ]);
  });

  test('because nobody answers in time is given up', async () => {
    receiver.answer(() => {});
    await send({ timeout: 500 });
    expect(await outcomes()).toEqual([['timed_out', undefined]]);
  });

  test('because it is elsewhere is not followed there', async () => {
    receiver.answer((response) => response.writeHead(302, { location: '/elsewhere' }).end());
    await send();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
    expect(await outcomes()).toEqual([['redirected', 302]]);
  });

  test('because nobody listens is tried again', async () => {
    await receiver.close();
    await send();
    expect(await outcomes()).toEqual([['unreachable', undefined]]);
    expect(await delivery()).toMatchObject({ state: 'pending' });
    receiver = await startReceiver();
  });

  test('an answer without end is not read to its end', async () => {
    receiver.answer((response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
        response.once('drain', more);
      };
      more();
    });
    await send();
    expect(await delivery()).toMatchObject({ state: 'delivered' });
  });
});

describe('an endpoint that never answers', () => {
  let silent: Receiver;
  beforeEach(async () => {
    silent = await startReceiver();
    silent.answer(() => {});
    await add(silent.url, 'silent');
  });
  afterEach(async () => silent.close());

  test('holds up no other, nor what comes about meanwhile, nor the end', async () => {
    const { outbox } = ledger;
    for (let n = 0; n < 100; n += 1)
      for (const id of ['silent', 'hook']) await outbox.test(id, `msg_${n}`, clock);
    const over = new AbortController();
    const sent = sender({ timeout: 600_000 }).sendDue(over.signal);
    await vi.waitFor(() => expect(receiver.received).toHaveLength(100), 20_000);
    await outbox.test('hook', 'msg_later', clock);
    await vi.waitFor(() => expect(receiver.received).toHaveLength(101), 20_000);
    over.abort();
    const tries = await sent;
    expect(tries).toBe(101 + silent.received.length);
    expect(silent.received.length).toBeLessThan(100);
    // Nothing is lost with what was left.
    expect(await outbox.delivery('silent', 'msg_0')).toMatchObject({ state: 'pending', tries: 0 });
  });
});

describe('where nothing is sent', () => {
  test.each([
    {
      note: 'this machine',
      url: (port: number) => `https://127.0.0.1:${port}/`,
      outcome: 'address_refused',
    },
    {
      note: 'plain HTTP',
      url: (port: number) => `http://127.0.0.1:${port}/`,
      outcome: 'url_refused',
    },
    {
      note: 'a name that leads here',
      url: (port: number) => `https://inside.example:${port}/`,
      outcome: 'address_refused',
    },
  ])('$note', async ({ url, outcome }) => {
    await add(url(receiver.port));
    await send({ loopback: false, resolve: async () => ['10.0.0.1'] });
    expect(await outcomes()).toEqual([[outcome, undefined]]);
    expect(receiver.received).toEqual([]);
  });

  test('the address that was looked at is the one connected to, whatever the name says later', async () => {
    await add(`http://rebound.example:${receiver.port}/`);
    let asked = 0;
    await send({ resolve: async () => ((asked += 1) === 1 ? ['127.0.0.1'] : ['10.0.0.1']) });
    expect(asked).toBe(1);
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]?.headers['host']).toBe(`rebound.example:${receiver.port}`);
  });
});

describe('a sender that dies', () => {
  test('between sending and writing it down: the message comes again, told by its id', async () => {
    const { outbox } = ledger;
    const dies = { ...outbox, tried: () => Promise.reject(new Error('killed')) };
    await outbox.test('hook', 'msg_1', clock);
    await expect(sender({ outbox: dies }).sendDue()).rejects.toThrow('killed');
    expect(await sender().sendDue()).toBe(0);
    clock += MINUTE;
    expect(await sender().sendDue()).toBe(1);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      'msg_1',
      'msg_1',
    ]);
    expect(await delivery()).toMatchObject({ state: 'delivered', tries: 1 });
  });

  test('two at once send each message once', async () => {
    for (let n = 0; n < 40; n += 1) await ledger.outbox.test('hook', `msg_${n}`, clock);
    const tries = await Promise.all([sender().sendDue(), sender().sendDue()]);
    expect(tries.reduce((a, b) => a + b)).toBe(40);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(40);
    expect(ids).toHaveLength(40);
  });
});
