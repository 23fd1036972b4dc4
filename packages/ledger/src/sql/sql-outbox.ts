import type {
  AuditEntry,
  Decision,
  DueDelivery,
  Outbox,
  WebhookAttempt,
  WebhookDelivery,
  WebhookEndpoint,
} from '@doubletake/scoring';
import { goneEntry } from '../gone-entry.ts';
import type { Place, Sealer } from '../seal/sealer.ts';
import { asWritten } from './as-written.ts';
import type { Database } from './database.ts';
import type { SqlAuditTrail } from './sql-audit-trail.ts';
import { statement } from './statement.ts';

const ADD = statement('outbox/add-endpoint');
const ENDPOINT = statement('outbox/endpoint');
const ENDPOINTS = statement('outbox/endpoints');
const PUT_SECRETS = statement('outbox/put-secrets');
const DISABLE = statement('outbox/disable');
const ENABLE = statement('outbox/enable');
const RESCHEDULE = statement('outbox/reschedule');
const TEST = statement('outbox/test');
const DUE = statement('outbox/due');
const TRIED = statement('outbox/tried');
const DELIVERIES = statement('outbox/deliveries');
const DELIVERY = statement('outbox/delivery');
const ATTEMPTS = statement('outbox/attempts');
const RESEND = statement('outbox/resend');
const FORGET = statement('outbox/forget');

interface EndpointRow {
  readonly endpoint: Omit<WebhookEndpoint, 'secrets'>;
  readonly secrets: Uint8Array;
}

interface DueRow extends EndpointRow {
  readonly delivery: WebhookDelivery;
  readonly lease: number;
  readonly decision: Decision | null;
}

/** What an outbox in a database works with. */
interface OutboxTools {
  readonly sealer: Sealer;
  readonly audit: Pick<SqlAuditTrail, 'add'>;
}

/** What goes with an endpoint being switched off or on. */
interface Turn {
  /** When what waits for it is tried again; absent: not now. */
  readonly nextAt?: number;
  readonly entry?: AuditEntry;
}

/** The outbox of a database. What fills it is what keeps decisions. */
export function sqlOutbox(db: Database, { sealer, audit }: OutboxTools): Outbox {
  const touched = async (...[query, values]: Parameters<Database['query']>) =>
    (await db.query(query, values)).length > 0;
  const opened = ({ endpoint, secrets }: EndpointRow): WebhookEndpoint => ({
    ...endpoint,
    secrets: asWritten(JSON.parse(sealer.open(secrets, place(endpoint.endpointId)))),
  });
  const sealed = ({ endpointId, secrets }: Pick<WebhookEndpoint, 'endpointId' | 'secrets'>) =>
    sealer.seal(JSON.stringify(secrets), place(endpointId));
  const turned = (change: Parameters<Database['query']>, { nextAt, entry }: Turn = {}) =>
    db.transaction(async (tx) => {
      if ((await tx.query(...change)).length === 0) return false;
      await tx.query(RESCHEDULE, [change[1][0], nextAt]);
      if (entry !== undefined) await audit.add(tx, entry);
      return true;
    });
  const deliveries = async (...[query, values]: Parameters<Database['query']>) =>
    (await db.query<{ delivery: WebhookDelivery }>(query, values)).map(({ delivery }) => delivery);

  return {
    addEndpoint: async (endpoint) => {
      const { endpointId, url, types, createdBy, createdAt } = endpoint;
      await db.query(ADD, [endpointId, url, types, sealed(endpoint), createdBy, createdAt]);
    },
    endpoint: async (endpointId) =>
      (await db.query<EndpointRow>(ENDPOINT, [endpointId])).map(opened)[0],
    endpoints: async () => (await db.query<EndpointRow>(ENDPOINTS, [])).map(opened),
    putSecrets: (endpointId, secrets) =>
      touched(PUT_SECRETS, [endpointId, sealed({ endpointId, secrets })]),
    disable: (endpointId, at, because) =>
      turned(
        [DISABLE, [endpointId, at, because]],
        because === 'gone' ? { entry: goneEntry(endpointId, at) } : {},
      ),
    enable: (endpointId, at) => turned([ENABLE, [endpointId]], { nextAt: at }),
    test: (endpointId, messageId, at) => touched(TEST, [endpointId, messageId, at]),
    due: async (at, { limit, leaseFor, except = [] }) =>
      (await db.query<DueRow>(DUE, [at, limit, leaseFor, except])).map((row): DueDelivery => ({
        ...row.delivery,
        lease: row.lease,
        endpoint: opened(row),
        ...(row.decision === null ? {} : { decision: row.decision }),
      })),
    tried: ({ messageId, endpointId, lease }, { at, outcome, status, milliseconds }, next) => {
      const values = [messageId, endpointId, lease, at, outcome, status, milliseconds, next];
      return touched(TRIED, values);
    },
    deliveries: (endpointId, { before, limit }) =>
      deliveries(DELIVERIES, [endpointId, before, limit]),
    delivery: async (endpointId, messageId) =>
      (await deliveries(DELIVERY, [endpointId, messageId]))[0],
    attempts: async (endpointId, messageId) => {
      const rows = await db.query<{ attempt: WebhookAttempt }>(ATTEMPTS, [endpointId, messageId]);
      return rows.map(({ attempt }) => attempt);
    },
    resend: (endpointId, messageId, at) => touched(RESEND, [endpointId, messageId, at]),
    forget: async (before, limit) => (await db.query(FORGET, [before, limit])).length,
  };
}

const place = (id: string): Place => ({ table: 'webhook_endpoints', id, column: 'secrets' });
