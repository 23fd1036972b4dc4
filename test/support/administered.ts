import type { Outbox, WebhookAttempt } from '@doubletake/scoring';
import type { TestCases } from './console-cases.ts';
import type { TestConsole } from './console.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Has something to administer: keys in every state, endpoints, and deliveries that went well and badly. */
export async function administered({
  access,
  cases,
  clock,
}: Pick<TestConsole, 'access' | 'clock'> & {
  readonly cases: Pick<TestCases, 'engine'>;
}): Promise<void> {
  const at = clock.now;
  const key = { secretHash: 'x', createdBy: 'ada', createdAt: at - 9 * DAY };
  const scopes = ['events:write', 'rewards:screen'];
  await access.addApiKey({ ...key, keyId: '00aa', label: 'payouts', scopes, expiresAt: at + DAY });
  await access.apiKeyUsed('00aa', at - HOUR);
  await access.addApiKey({ ...key, keyId: '00bb', label: 'old import', scopes, expiresAt: at - 1 });
  await access.addApiKey({ ...key, keyId: '00cc', label: 'lost laptop', scopes: ['cases:read'] });
  await access.revokeApiKey('00cc', at - HOUR);

  const { outbox } = cases.engine.parts.ledger;
  const endpoint = { createdBy: 'ada', createdAt: at - DAY, types: ['decision.made'] as const };
  const secrets = { current: 'whsec_AAAA', previous: { secret: 'whsec_BBBB', until: at + DAY } };
  const url = 'https://payouts.host.example/hooks/doubletake';
  await outbox.addEndpoint({ ...endpoint, endpointId: 'hook', url, secrets });
  await outbox.addEndpoint({ ...endpoint, endpointId: 'off', url: `${url}/old`, secrets });
  await outbox.disable('off', at - HOUR, 'gone');
  await deliveries(outbox, at - HOUR);
}

async function deliveries(outbox: Outbox, at: number): Promise<void> {
  const tries: readonly [string, WebhookAttempt['outcome'], number | undefined][] = [
    ['msg_1', 'delivered', 204],
    ['msg_2', 'refused', 503],
    ['msg_3', 'timed_out', undefined],
    ['msg_4', 'delivered', 200],
  ];
  for (const [n, [messageId, outcome, status]] of tries.entries()) {
    await outbox.test('hook', messageId, at + n);
    const [due] = await outbox.due(at + n, { limit: 1, leaseFor: 1 });
    if (due === undefined) throw new Error('nothing is due');
    const attempt = { at: at + n, outcome, milliseconds: 40 * (n + 1) };
    const next = outcome === 'refused' ? at + 2 * HOUR : undefined;
    await outbox.tried(due, status === undefined ? attempt : { ...attempt, status }, next);
  }
}
