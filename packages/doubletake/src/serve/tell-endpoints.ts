import type { OpenDoubletake } from '../open-doubletake.ts';
import { webhookSender, type WebhookSenderOptions } from '../webhooks/webhook-sender.ts';
import { heartbeat } from './heartbeat.ts';

/** How what leaves the house is sent. */
type Telling = Pick<WebhookSenderOptions, 'loopback' | 'ca'>;

/**
 * Sends what leaves the house, each second, on a heartbeat of its own: an endpoint that is slow to answer holds up no
 * decision, and no other endpoint. Gives what ends that, within seconds.
 */
export function tellEndpoints(
  { parts }: OpenDoubletake,
  telling: Telling,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const { ledger, clock } = parts;
  const { outbox } = ledger;
  const sender = webhookSender({ outbox, clock, chance: Math.random, ...telling });
  return heartbeat(sender.sendDue, onFailure);
}
