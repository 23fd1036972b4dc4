import type { OpenDoubletake } from 'doubletake';
import { administered } from '../../test/support/administered.ts';

const MINUTE = 60_000;

interface Scene {
  /** Open cases, two at least. */
  readonly cases: readonly string[];
  /** The clock of the engine. */
  readonly clock: { now: number };
}

/** Every page somebody may open, by name, with something on each: a case that is closed, one that awaits a second person. */
export async function pagesToAudit(
  engine: OpenDoubletake,
  { cases, clock }: Scene,
): Promise<Readonly<Record<string, string>>> {
  const [open = '', closed = '', second = ''] = cases;
  const { access, desk } = engine.parts.ledger;
  const opinion = { reason: 'REVIEWED_COLLUSION', label: 'fraud', scoreVisible: true } as const;
  const conclusion = { ...opinion, by: 'demo_analyst', outcome: 'block' } as const;
  await engine.decide({ ...conclusion, caseId: closed, commandId: 'closes' });
  await desk.act({
    ...conclusion,
    do: 'conclude',
    caseId: second,
    commandId: 'awaits',
    at: clock.now,
    secondPersonFrom: 1,
  });
  clock.now += MINUTE;
  await engine.wake();
  await administered({ access, cases: { engine }, clock });
  return {
    'sign-in': '/sign-in',
    queue: '/queue',
    case: `/cases/${open}`,
    'closed case, to open again': `/cases/${closed}`,
    'case that awaits a second person': `/cases/${second}`,
    account: '/accounts/ann1',
    bulk: `/bulk?linked=${open}`,
    approvals: '/approvals',
    samples: '/samples',
    'sample, blind': `/samples/${closed}`,
    statistics: '/statistics',
    rules: '/rules',
    rule: '/rules/four-controls/shared-device',
    audit: '/audit',
    users: '/users',
    user: '/users/demo_analyst',
    'API keys': '/api-keys',
    webhooks: '/webhooks',
    webhook: '/webhooks/hook',
    'webhook, a delivery': '/webhooks/hook/msg_2',
    'reasons and limits': '/settings',
    me: '/me',
    'second factor': '/me/second-factor',
  };
}
