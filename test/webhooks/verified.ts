import { createHmac } from 'node:crypto';
import type { Received } from './receiver.ts';

const TOLERANCE = 300;

/**
 * What a receiver does with a message, from the text of Standard Webhooks 1.0 and without the library that signs: the
 * message when one of its signatures is of this secret and it is at most five minutes old.
 * @throws Error `no signature of this secret`, `too old or too new`
 */
export function verified(secret: string, { headers, body }: Received, now: number): unknown {
  const { 'webhook-id': id, 'webhook-timestamp': stamp, 'webhook-signature': signatures } = headers;
  if (Math.abs(now / 1000 - Number(stamp)) > TOLERANCE) throw new Error('too old or too new');
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const mac = createHmac('sha256', key)
    .update(`${id ?? ''}.${stamp ?? ''}.${body}`)
    .digest('base64');
  if (signatures?.split(' ').includes(`v1,${mac}`) !== true)
    throw new Error('no signature of this secret');
  return JSON.parse(body);
}
