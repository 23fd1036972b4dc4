import { Webhook } from 'standardwebhooks';
import type { Instant, WebhookSecrets } from '@doubletake/scoring';

/** What is signed: the message's id, when it is sent, and its body to the byte. */
export interface Signed {
  readonly messageId: string;
  readonly at: Instant;
  readonly body: string;
}

/** The headers by which a receiver tells who sent a message, when, and that it is as it was sent (Standard Webhooks). */
export function signatureHeaders(
  { messageId, at, body }: Signed,
  { current, previous }: WebhookSecrets,
): Readonly<Record<string, string>> {
  const secrets = previous !== undefined && at < previous.until ? [previous.secret] : [];
  const signatures = [current, ...secrets].map((secret) =>
    new Webhook(secret).sign(messageId, new Date(at), body),
  );
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
