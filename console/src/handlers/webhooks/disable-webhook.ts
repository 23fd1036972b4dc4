import { audited } from '../../access/audited.ts';
import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { onEndpoint } from './on-endpoint.ts';

/** Tells an endpoint nothing from now on. What waits for it is kept. */
export const disableWebhook: (asked: SignedIn) => Promise<Answer> = onEndpoint(
  async (asked, { endpointId }) => {
    if (await asked.house.outbox.disable(endpointId, asked.at, 'asked'))
      await audited(asked, { action: 'webhook.disable', subject: `webhook:${endpointId}` });
    return goTo(`/webhooks/${endpointId}`, 'It is told nothing now. What waits for it is kept.');
  },
);

/** Goes on where it was left: what waited is sent at once. */
export const enableWebhook: (asked: SignedIn) => Promise<Answer> = onEndpoint(
  async (asked, { endpointId }) => {
    if (await asked.house.outbox.enable(endpointId, asked.at))
      await audited(asked, { action: 'webhook.enable', subject: `webhook:${endpointId}` });
    return goTo(`/webhooks/${endpointId}`, 'It is on again. What waited is on its way.');
  },
);
