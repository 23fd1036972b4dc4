import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { onEndpoint } from './on-endpoint.ts';

/** Puts a message on its way that says nothing but that it is a test. */
export const testWebhook: (asked: SignedIn) => Promise<Answer> = onEndpoint(
  async (asked, { endpointId }) => {
    const { house, at } = asked;
    const messageId = `msg_test_${Buffer.from(house.random(9)).toString('base64url')}`;
    if (!(await house.outbox.test(endpointId, messageId, at)))
      return refuse(409, 'It is off: switch it on before you test it.');
    await audited(asked, { action: 'webhook.test', subject: `webhook:${endpointId}` });
    return goTo(`/webhooks/${endpointId}/${messageId}`, 'A test is on its way.');
  },
);
