import type { AttemptOutcome } from '@doubletake/scoring';
import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { ShownState } from '../../models/case-parts.ts';
import { administrationTabs } from '../../show/administration.ts';
import { shownTime } from '../../show/time.ts';
import { shownDelivery } from '../../show/webhook.ts';
import { onEndpoint } from './on-endpoint.ts';

/** What came of a try, in words. */
const OUTCOMES: Readonly<Record<AttemptOutcome, ShownState>> = {
  delivered: { text: 'delivered', tone: 'good' },
  refused: { text: 'turned away', tone: 'bad' },
  gone: { text: 'said it is gone', tone: 'bad' },
  redirected: { text: 'sent elsewhere; redirects are not followed', tone: 'bad' },
  timed_out: { text: 'no answer in time', tone: 'bad' },
  unreachable: { text: 'cannot be reached', tone: 'bad' },
  certificate_refused: {
    text: 'shows a certificate that nobody trusted signed, or that is out of date or another host’s',
    tone: 'bad',
  },
  address_refused: { text: 'leads to an address that is not on the Internet', tone: 'bad' },
  url_refused: { text: 'is not plain https', tone: 'bad' },
};

/** One message to one endpoint, and every try to deliver it. */
export const deliveryPage: (asked: SignedIn) => Promise<Answer> = onEndpoint(
  async (asked, { endpointId, url, disabled }) => {
    const { house, params, user, at } = asked;
    const { zone } = user.settings;
    const delivery = await house.outbox.delivery(endpointId, params['messageId'] ?? '');
    if (delivery === undefined) return refuse(404);
    const attempts = await house.outbox.attempts(endpointId, delivery.messageId);
    return page('delivery', {
      title: 'Delivery',
      tabs: administrationTabs(user.role, '/webhooks'),
      endpointId,
      url,
      delivery: shownDelivery(delivery, { zone, now: at }),
      decisionId: delivery.decisionId,
      resendable: delivery.state !== 'pending' && disabled === undefined,
      attempts: attempts.map((each) => ({
        at: shownTime(each.at, zone),
        what: OUTCOMES[each.outcome],
        status: each.status === undefined ? '' : String(each.status),
        took: `${each.milliseconds} ms`,
      })),
    });
  },
);
