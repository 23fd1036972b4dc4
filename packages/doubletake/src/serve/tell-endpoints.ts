import type { OpenDoubletake } from '../open-doubletake.ts';
import { webhookSender } from '../webhooks/webhook-sender.ts';
import { heartbeat } from './heartbeat.ts';

/**
 * Sends what leaves the house, each second, on a heartbeat of its own: an endpoint that is slow to answer holds up no
 * decision. Gives what ends that.
 *
 * @param demo whether this machine may be told, by plain HTTP too
 */
export function tellEndpoints(
  { parts }: OpenDoubletake,
  demo: boolean,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const { ledger, clock } = parts;
  const { outbox } = ledger;
  const sender = webhookSender({ outbox, clock, chance: Math.random, loopback: demo });
  return heartbeat(sender.sendDue, onFailure);
}
