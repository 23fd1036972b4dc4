import type {
  Decision,
  Outbox,
  WebhookAttempt,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookType,
} from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { goneEntry } from '../gone-entry.ts';
import type { DecisionBook } from './decision-book.ts';
import type { MemoryAuditTrail } from './memory-audit-trail.ts';

interface Kept {
  delivery: WebhookDelivery;
  lease: number;
  settledAt?: number;
  readonly attempts: WebhookAttempt[];
}

/** An outbox with the hand that fills it. */
export interface MemoryOutbox extends Outbox {
  /** Puts what a decision tells on its way; `opened`: it opened a case. */
  readonly tell: (decision: Decision, opened: boolean) => void;
}

/** Whether a decision is told under a type. */
const TELLS: Readonly<Record<WebhookType, (decision: Decision, opened: boolean) => boolean>> = {
  'decision.made': () => true,
  'case.opened': (_, opened) => opened,
  'case.concluded': ({ stage }) => stage === 'review',
  'reward.claw_back': ({ action }) => action === 'claw_back',
};

/** The reference model of the outbox. */
export function memoryOutbox(
  audit: Pick<MemoryAuditTrail, 'add'>,
  decisions: Pick<DecisionBook, 'byId'>,
): MemoryOutbox {
  const endpoints = new Map<string, WebhookEndpoint>();
  const kept = new Map<string, Kept>();
  let seq = 0;

  const enabled = (endpointId: string): WebhookEndpoint | undefined => {
    const endpoint = endpoints.get(endpointId);
    return endpoint?.disabled === undefined ? endpoint : undefined;
  };
  const find = (endpointId: string, messageId: string) => kept.get(key(endpointId, messageId));
  const add = (
    delivery: Pick<WebhookDelivery, 'messageId' | 'endpointId' | 'type' | 'decisionId' | 'at'>,
  ): boolean => {
    const { endpointId, messageId, at } = delivery;
    if (find(endpointId, messageId) !== undefined) return false;
    kept.set(key(endpointId, messageId), {
      delivery: {
        ...delivery,
        state: 'pending',
        tries: 0,
        nextAt: at,
        seq: (seq += 1),
      },
      lease: 0,
      attempts: [],
    });
    return true;
  };
  const reschedule = (endpointId: string, nextAt?: number): void => {
    for (const each of kept.values())
      if (each.delivery.endpointId === endpointId && each.delivery.state === 'pending')
        each.delivery = timed(each.delivery, nextAt);
  };

  return {
    tell: (decision, opened) => {
      const { decisionId, at } = decision;
      const ordered = [...endpoints.values()].toSorted((a, b) =>
        compareText(a.endpointId, b.endpointId),
      );
      for (const { endpointId, types, disabled } of ordered)
        for (const type of types.toSorted(compareText))
          if (disabled === undefined && TELLS[type](decision, opened))
            add({ messageId: messageIdOf(type, decisionId), endpointId, type, decisionId, at });
    },
    addEndpoint: async (endpoint) => {
      endpoints.set(endpoint.endpointId, endpoint);
    },
    endpoint: async (endpointId) => endpoints.get(endpointId),
    endpoints: async () =>
      [...endpoints.values()].toSorted(
        (a, b) => b.createdAt - a.createdAt || compareText(a.endpointId, b.endpointId),
      ),
    putSecrets: async (endpointId, secrets) => {
      const endpoint = endpoints.get(endpointId);
      if (endpoint !== undefined) endpoints.set(endpointId, { ...endpoint, secrets });
      return endpoint !== undefined;
    },
    disable: async (endpointId, at, because) => {
      const endpoint = enabled(endpointId);
      if (endpoint === undefined) return false;
      endpoints.set(endpointId, { ...endpoint, disabled: { at, because } });
      reschedule(endpointId);
      if (because === 'gone') audit.add(goneEntry(endpointId, at));
      return true;
    },
    enable: async (endpointId, at) => {
      const before = endpoints.get(endpointId);
      if (before?.disabled === undefined) return false;
      const { disabled: _, ...endpoint } = before;
      endpoints.set(endpointId, endpoint);
      reschedule(endpointId, at);
      return true;
    },
    test: async (endpointId, messageId, at) =>
      enabled(endpointId) !== undefined && add({ messageId, endpointId, type: 'webhook.test', at }),
    due: async (at, { limit, leaseFor, except = [] }) => {
      const given = new Map<string, number>();
      return [...kept.values()]
        .filter(({ delivery: { nextAt = Infinity } }) => nextAt <= at)
        .toSorted(
          ({ delivery: a }, { delivery: b }) => (a.nextAt ?? 0) - (b.nextAt ?? 0) || a.seq - b.seq,
        )
        .flatMap((each) => {
          const { endpointId } = each.delivery;
          const endpoint = enabled(endpointId);
          const before = given.get(endpointId) ?? 0;
          if (endpoint === undefined || except.includes(endpointId) || before === limit) return [];
          given.set(endpointId, before + 1);
          return [{ each, endpoint }];
        })
        .map(({ each, endpoint }) => {
          each.lease += 1;
          each.delivery = { ...each.delivery, nextAt: at + leaseFor };
          const { delivery, lease } = each;
          // As it stands now: what it was made from may be past its time.
          const decision = decisions.byId(delivery.decisionId ?? '');
          return { ...delivery, lease, endpoint, ...(decision === undefined ? {} : { decision }) };
        });
    },
    tried: async ({ messageId, endpointId, lease }, attempt, next) => {
      const each = find(endpointId, messageId);
      if (each === undefined) return false;
      const { state, tries } = each.delivery;
      const delivered = attempt.outcome === 'delivered';
      const counts = delivered
        ? state !== 'delivered'
        : state === 'pending' && each.lease === lease;
      if (!counts) return false;
      const after = delivered ? 'delivered' : next === undefined ? 'failed' : 'pending';
      const nextAt = delivered || enabled(endpointId) === undefined ? undefined : next;
      each.delivery = timed({ ...each.delivery, state: after, tries: tries + 1 }, nextAt);
      if (after !== 'pending') each.settledAt = attempt.at;
      each.attempts.push(attempt);
      return true;
    },
    deliveries: async (endpointId, { before = Infinity, limit }) =>
      [...kept.values()]
        .map(({ delivery }) => delivery)
        .filter((delivery) => delivery.endpointId === endpointId && delivery.seq < before)
        .toSorted((a, b) => b.seq - a.seq)
        .slice(0, limit),
    delivery: async (endpointId, messageId) => find(endpointId, messageId)?.delivery,
    attempts: async (endpointId, messageId) => [...(find(endpointId, messageId)?.attempts ?? [])],
    resend: async (endpointId, messageId, at) => {
      const each = find(endpointId, messageId);
      if (each === undefined || each.delivery.state === 'pending') return false;
      if (enabled(endpointId) === undefined) return false;
      each.delivery = { ...each.delivery, state: 'pending', tries: 0, nextAt: at };
      delete each.settledAt;
      return true;
    },
    forget: async (before, limit) => {
      const old = [...kept].filter(([, { settledAt = Infinity }]) => settledAt < before);
      for (const [place] of old.slice(0, limit)) kept.delete(place);
      return Math.min(old.length, limit);
    },
  };
}

const key = (endpointId: string, messageId: string): string =>
  JSON.stringify([endpointId, messageId]);

const messageIdOf = (type: WebhookType, decisionId: string): string =>
  `msg_${type.replaceAll('.', '_')}_${decisionId}`;

function timed(delivery: WebhookDelivery, nextAt?: number): WebhookDelivery {
  const { nextAt: _, ...rest } = delivery;
  return nextAt === undefined ? rest : { ...rest, nextAt };
}
