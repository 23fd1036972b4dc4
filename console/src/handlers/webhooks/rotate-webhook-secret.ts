import { DAY } from '@doubletake/scoring';
import { audited } from '../../access/audited.ts';
import { webhookSecret } from '../../access/webhook-secret.ts';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { shownTime } from '../../show/time.ts';
import { onEndpoint } from './on-endpoint.ts';

/** Gives an endpoint a new secret. For a day the old one signs as well, so that nothing is turned away meanwhile. */
export const rotateWebhookSecret: (asked: SignedIn) => Promise<Answer> = onEndpoint(
  async (asked, { endpointId, url, secrets }) => {
    const { house, user, at } = asked;
    const secret = webhookSecret(house.random);
    const until = at + DAY;
    const previous = { secret: secrets.current, until };
    await house.outbox.putSecrets(endpointId, { current: secret, previous });
    await audited(asked, { action: 'webhook.rotate', subject: `webhook:${endpointId}` });
    const previousUntil = shownTime(until, user.settings.zone);
    const model = { title: 'Webhook secret', endpointId, url, secret, previousUntil };
    return page('webhook-secret', model);
  },
);
