import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { administrationTabs } from '../../show/administration.ts';
import { shownTime } from '../../show/time.ts';
import { shownDelivery, shownEndpoint } from '../../show/webhook.ts';
import { onEndpoint } from './on-endpoint.ts';

const ROWS = 50;

/** One endpoint: what it is told, what was sent to it and what came of that. */
export const webhookPage: (asked: SignedIn) => Promise<Answer> = onEndpoint(
  async (asked, endpoint) => {
    const { house, user, at, query } = asked;
    const { zone } = user.settings;
    const { endpointId, secrets, createdBy } = endpoint;
    const before = placeOf(query['before']);
    const [found, author] = await Promise.all([
      house.outbox.deliveries(endpointId, {
        ...(before === undefined ? {} : { before }),
        limit: ROWS + 1,
      }),
      house.access.user(createdBy),
    ]);
    const rows = found.slice(0, ROWS);
    const last = found.length > ROWS ? rows.at(-1)?.seq : undefined;
    const { previous } = secrets;
    return page('webhook', {
      title: 'Webhook',
      tabs: administrationTabs(user.role, '/webhooks'),
      endpoint: shownEndpoint(endpoint, { zone, nameOf: (userId) => author?.name ?? userId }),
      previousUntil:
        previous === undefined || previous.until <= at
          ? undefined
          : shownTime(previous.until, zone),
      deliveries: rows.map((each) => shownDelivery(each, { zone, now: at })),
      older: last === undefined ? undefined : `/webhooks/${endpointId}?before=${last}`,
      newest: before === undefined ? undefined : `/webhooks/${endpointId}`,
    });
  },
);

/** A place among the deliveries, from the address; nonsense is none. */
const placeOf = (text = ''): number | undefined =>
  /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
