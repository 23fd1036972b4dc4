import type { Instant, WebhookDelivery, WebhookEndpoint } from '@doubletake/scoring';
import type { ShownDelivery, ShownEndpoint } from '../models/administration.ts';
import type { ShownState } from '../models/case-parts.ts';
import { shownTime } from './time.ts';

/** What each type of message tells, for whoever chooses. */
export const TYPE_LABELS: Readonly<Record<WebhookEndpoint['types'][number], string>> = {
  'decision.made': 'Every decision on a reward',
  'case.opened': 'A case that opens for a person',
  'case.concluded': 'What a person decided, once it can no longer be undone',
  'reward.claw_back': 'A paid reward to take back',
};

/** An endpoint as the administration shows it. */
export function shownEndpoint(
  { endpointId, url, types, createdAt, createdBy, disabled }: WebhookEndpoint,
  { zone, nameOf }: { readonly zone: string; readonly nameOf: (userId: string) => string },
): ShownEndpoint {
  return {
    endpointId,
    url,
    types,
    added: shownTime(createdAt, zone),
    by: nameOf(createdBy),
    state: stateOf(disabled),
    enabled: disabled === undefined,
  };
}

function stateOf(disabled: WebhookEndpoint['disabled']): ShownState {
  if (disabled === undefined) return { text: 'on', tone: 'good' };
  return disabled.because === 'gone'
    ? { text: 'off: it said it is gone', tone: 'bad' }
    : { text: 'off', tone: 'plain' };
}

const STATES: Readonly<Record<WebhookDelivery['state'], ShownState>> = {
  pending: { text: 'waiting', tone: 'fair' },
  delivered: { text: 'delivered', tone: 'good' },
  failed: { text: 'failed', tone: 'bad' },
};

/** A delivery as a row. */
export function shownDelivery(
  { messageId, type, at, state, tries, nextAt }: WebhookDelivery,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): ShownDelivery {
  return {
    messageId,
    type,
    at: shownTime(at, zone),
    state: STATES[state],
    tries,
    next: nextAt === undefined || nextAt <= now ? undefined : shownTime(nextAt, zone),
  };
}
