import type { WebhookEndpoint } from '@doubletake/scoring';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';

/** Gives an action on an endpoint that endpoint; one that is not there is 404. */
export function onEndpoint(
  action: (asked: SignedIn, endpoint: WebhookEndpoint) => Answer | Promise<Answer>,
): (asked: SignedIn) => Promise<Answer> {
  return async (asked) => {
    const endpoint = await asked.house.outbox.endpoint(asked.params['endpointId'] ?? '');
    return endpoint === undefined ? refuse(404) : action(asked, endpoint);
  };
}
