import type { Agent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import type { DueDelivery, Instant, Outbox } from '@doubletake/scoring';
import { nextWait } from './backoff.ts';
import { payloadOf } from './payload.ts';
import { post, type Reply } from './post.ts';
import { signatureHeaders } from './signature.ts';
import { systemResolve, targetOf, type Resolve } from './target.ts';
import { trusting } from './trusting.ts';

/** What a sender works with. */
export interface WebhookSenderOptions {
  readonly outbox: Outbox;
  readonly clock: () => Instant;
  /** From 0 up to, and without, 1. */
  readonly chance: () => number;
  /** How names become addresses. @defaultValue as the system does it */
  readonly resolve?: Resolve;
  /** Whether this machine may be told, by plain HTTP too: for a demonstration. @defaultValue false */
  readonly loopback?: boolean;
  /** Milliseconds an endpoint has to answer. @defaultValue 15000 */
  readonly timeout?: number;
  /** Certificates (PEM) that endpoints are trusted by, besides those that come with Node.js. @defaultValue none */
  readonly ca?: string;
}

interface Sending extends WebhookSenderOptions {
  readonly trust: Agent | undefined;
}

/** Sends what waits in an outbox. */
export interface WebhookSender {
  /**
   * Sends everything that is due, to each endpoint by itself: one that is slow holds up no other. How many tries it made.
   * Safe to run twice at once and to stop anywhere: what was not written down is sent again with the same id. Once
   * `signal` is aborted it begins no further try, and waits no longer than two seconds for those under way.
   * @throws what the outbox throws when it cannot be reached.
   */
  readonly sendDue: (signal?: AbortSignal) => Promise<number>;
}

/** Deliveries tried side by side, of one endpoint. */
const BATCH = 16;
const TIMEOUT = 15_000;
/** How much longer than a try its lease lasts. */
const SLACK = 45_000;
/** How soon what falls due meanwhile is seen, while a slow endpoint is waited for. */
const BEAT = 1_000;
/** How long what is under way may still take, once no more is begun. */
const LAST = 2_000;

/** A sender of Standard Webhooks: signed, at least once, to the Internet only. */
export function webhookSender(options: WebhookSenderOptions): WebhookSender {
  const { ca } = options;
  const sending = { ...options, trust: ca === undefined ? undefined : trusting(ca) };
  return { sendDue: (signal) => sendDue(sending, signal) };
}

async function sendDue(sending: Sending, signal?: AbortSignal): Promise<number> {
  const { outbox, clock, timeout = TIMEOUT } = sending;
  // By endpoint, one batch of each.
  const underWay = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const isOver = (): boolean => signal?.aborted === true || failures.length > 0;
  const send = async (endpointId: string, batch: readonly DueDelivery[]): Promise<void> => {
    const done = await Promise.allSettled(batch.map((delivery) => sendOne(sending, delivery)));
    failures.push(...done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])));
    underWay.delete(endpointId);
  };
  let tries = 0;
  const begin = async (): Promise<void> => {
    const leasing = { limit: BATCH, leaseFor: timeout + SLACK, except: [...underWay.keys()] };
    const due = await outbox.due(clock(), leasing);
    tries += due.length;
    for (const id of new Set(due.map(({ endpointId }) => endpointId))) {
      const batch = due.filter(({ endpointId }) => endpointId === id);
      underWay.set(id, send(id, batch));
    }
  };
  while (!isOver()) {
    await begin().catch((error: unknown) => failures.push(error));
    if (underWay.size === 0) break;
    await Promise.race([...underWay.values(), pause(BEAT, undefined, { ref: false })]);
  }
  await Promise.race([Promise.all(underWay.values()), pause(LAST, undefined, { ref: false })]);
  if (failures.length > 0) throw failures[0];
  return tries;
}

async function sendOne(options: Sending, delivery: DueDelivery): Promise<void> {
  const { outbox, clock, chance } = options;
  const at = clock();
  const begun = performance.now();
  const reply = await tryOnce(options, delivery, at);
  const milliseconds = Math.round(performance.now() - begun);
  const wait = reply.outcome === 'gone' ? undefined : nextWait(delivery.tries + 1, chance());
  const next = wait === undefined ? undefined : clock() + wait;
  await outbox.tried(delivery, { at, ...reply, milliseconds }, next);
  // Said by the receiver itself (Standard Webhooks): it wants nothing any more.
  if (reply.outcome === 'gone') await outbox.disable(delivery.endpointId, clock(), 'gone');
}

async function tryOnce(options: Sending, delivery: DueDelivery, at: Instant): Promise<Reply> {
  const { resolve = systemResolve, loopback = false, timeout = TIMEOUT, trust } = options;
  const { messageId, endpoint } = delivery;
  const target = await inTime(timeout, targetOf(endpoint.url, { resolve, loopback }));
  if (typeof target === 'string') return { outcome: target };
  const body = payloadOf(delivery);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Doubletake',
    ...signatureHeaders({ messageId, at, body }, endpoint.secrets),
  };
  return post(target, { headers, body }, { timeout, trust });
}

/** What looking up a name gives, or `timed_out`: a name server that is silent holds nobody up. */
async function inTime<Value>(limit: number, value: Promise<Value>): Promise<Value | 'timed_out'> {
  const ended = new AbortController();
  try {
    return await Promise.race([value, pause(limit, 'timed_out' as const, ended)]);
  } finally {
    ended.abort();
  }
}
