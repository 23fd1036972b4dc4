import type { Decision } from '../decision.ts';
import type { Instant } from '../instant.ts';

/** What an endpoint may ask to be told. A closed list. */
export const WEBHOOK_TYPES = [
  'decision.made',
  'case.opened',
  'case.concluded',
  'reward.claw_back',
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** Also sent, on request, to see whether an endpoint takes what it is sent. */
export type MessageType = WebhookType | 'webhook.test';

/** What messages to an endpoint are signed with: `whsec_` and base64, as Standard Webhooks has it. */
export interface WebhookSecrets {
  readonly current: string;
  /** The one before it, which signs beside it until then. */
  readonly previous?: { readonly secret: string; readonly until: Instant };
}

/** Where a host wants to be told. */
export interface WebhookEndpoint {
  readonly endpointId: string;
  readonly url: string;
  readonly types: readonly WebhookType[];
  /** Stores seal them. */
  readonly secrets: WebhookSecrets;
  /** User id of who added it. */
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** Since when it is told nothing, and why: somebody wished it, or it answered that it is gone. */
  readonly disabled?: { readonly at: Instant; readonly because: 'asked' | 'gone' };
}

/** One message on its way to one endpoint. */
export interface WebhookDelivery {
  /** The same for every endpoint and every try: by it a receiver tells that it has had the message. */
  readonly messageId: string;
  readonly endpointId: string;
  readonly type: MessageType;
  /** Absent on a test. */
  readonly decisionId?: string;
  /** When it came about. */
  readonly at: Instant;
  readonly state: 'pending' | 'delivered' | 'failed';
  /** Tries since it was first, or again, to be sent. */
  readonly tries: number;
  /** When it is tried next; absent when it is not, its endpoint disabled or itself settled. */
  readonly nextAt?: Instant;
  /** Its place among all deliveries, for the next page. */
  readonly seq: number;
}

/** What came of one try. A closed list. */
export const ATTEMPT_OUTCOMES = [
  'delivered',
  /** An answer that is not 2xx. */
  'refused',
  /** 410: it wants nothing any more. */
  'gone',
  'redirected',
  'timed_out',
  'unreachable',
  /** Nobody trusted signed its certificate, or it is out of date or another host's. */
  'certificate_refused',
  /** Its name leads to an address nothing is sent to. */
  'address_refused',
  'url_refused',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export interface WebhookAttempt {
  readonly at: Instant;
  readonly outcome: AttemptOutcome;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  readonly milliseconds: number;
}

/** A delivery somebody holds to send it, with everything sending takes. */
export interface DueDelivery extends WebhookDelivery {
  /** Rises with each lease: a sender that took too long is told apart. */
  readonly lease: number;
  readonly endpoint: WebhookEndpoint;
  /** What it tells about. Absent on a test. */
  readonly decision?: Decision;
}

/** How deliveries are leased. */
export interface Leasing {
  /** Of each endpoint, at most. */
  readonly limit: number;
  /** Milliseconds. */
  readonly leaseFor: number;
  /** Endpoints that are given nothing now: they have enough under way. @defaultValue none */
  readonly except?: readonly string[];
}

/** Which delivery, as whom. */
export type Leased = Pick<DueDelivery, 'messageId' | 'endpointId' | 'lease'>;

/**
 * What leaves the house. A message is written in the transaction that commits its decision, once for each endpoint that
 * asks for its type and is not disabled; a person's decision is committed when it can no longer be undone, so none is
 * told before. Delivered at least once, in no promised order. Implementations agree with the in-memory model in one
 * conformance suite.
 */
export interface Outbox {
  readonly addEndpoint: (endpoint: WebhookEndpoint) => Promise<void>;
  readonly endpoint: (endpointId: string) => Promise<WebhookEndpoint | undefined>;
  /** All of them, the latest added first. */
  readonly endpoints: () => Promise<readonly WebhookEndpoint[]>;
  /** False when there is no such endpoint. */
  readonly putSecrets: (endpointId: string, secrets: WebhookSecrets) => Promise<boolean>;
  /**
   * What waits for it is kept and not tried. False when there is none, or it is disabled already. That it is `gone`,
   * which nobody of the house asked for, is written into the audit trail with it.
   */
  readonly disable: (
    endpointId: string,
    at: Instant,
    because: 'asked' | 'gone',
  ) => Promise<boolean>;
  /** What waited is due at once; what came about meanwhile is not made up for. False when it was not disabled. */
  readonly enable: (endpointId: string, at: Instant) => Promise<boolean>;

  /** Puts a test on its way to one endpoint; false when there is none, or it is disabled. */
  readonly test: (endpointId: string, messageId: string, at: Instant) => Promise<boolean>;
  /**
   * Leases what is to be sent by now, the longest due of each endpoint first, so that nobody else is given it until the
   * lease ends. What waits for one endpoint keeps nothing back that is for another.
   */
  readonly due: (at: Instant, leasing: Leasing) => Promise<readonly DueDelivery[]>;
  /**
   * Writes a try down. `next` says when to try again; without it the delivery has failed for good. A success counts
   * whoever reports it; a failure only from whom the lease still belongs to. False when nothing changed.
   */
  readonly tried: (of: Leased, attempt: WebhookAttempt, next?: Instant) => Promise<boolean>;
  /** Of one endpoint, the latest first, only those before a place. */
  readonly deliveries: (
    endpointId: string,
    page: { readonly before?: number; readonly limit: number },
  ) => Promise<readonly WebhookDelivery[]>;
  readonly delivery: (
    endpointId: string,
    messageId: string,
  ) => Promise<WebhookDelivery | undefined>;
  /** Every try of a delivery, the first first. */
  readonly attempts: (endpointId: string, messageId: string) => Promise<readonly WebhookAttempt[]>;
  /** Puts a delivery on its way again, its tries counted anew; false when it is pending, or its endpoint disabled. */
  readonly resend: (endpointId: string, messageId: string, at: Instant) => Promise<boolean>;
  /** Drops deliveries settled before an instant, at most `limit`; how many. */
  readonly forget: (before: Instant, limit: number) => Promise<number>;
}
