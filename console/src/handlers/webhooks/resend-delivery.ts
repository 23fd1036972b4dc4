import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { onEndpoint } from './on-endpoint.ts';

/** Sends a message again that arrived or was given up; the receiver tells by its id that it is the same. */
export const resendDelivery: (asked: SignedIn) => Promise<Answer> = onEndpoint(
  async (asked, { endpointId }) => {
    const { house, params, at } = asked;
    const delivery = await house.outbox.delivery(endpointId, params['messageId'] ?? '');
    if (delivery === undefined) return refuse(404);
    const { messageId } = delivery;
    if (!(await house.outbox.resend(endpointId, messageId, at)))
      return refuse(409, 'It is on its way already, or its endpoint is off.');
    const details = { message: messageId };
    await audited(asked, { action: 'webhook.resend', subject: `webhook:${endpointId}`, details });
    return goTo(`/webhooks/${endpointId}/${messageId}`, 'It is on its way again.');
  },
);
