import { WEBHOOK_TYPES } from '@doubletake/scoring';
import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { webhookSecret } from '../../access/webhook-secret.ts';
import { webhookUrlProblem } from '../../access/webhook-url-problem.ts';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { several } from '../../several.ts';
import { webhooksPage } from './webhooks.ts';

const FORM = z.object({
  url: z.string('Enter a URL.').trim(),
  types: several(WEBHOOK_TYPES, 'Choose at least one.'),
});

/** Adds an endpoint and shows the secret its messages are signed with, this once. */
export async function addWebhook(asked: SignedIn): Promise<Answer> {
  const { house, user, at, form } = asked;
  const read = readForm(FORM, form);
  const wrong = read.ok ? webhookUrlProblem(read.form.url, house.demo) : undefined;
  if (!read.ok || wrong !== undefined) {
    const { url, types } = form;
    return webhooksPage(asked, {
      url: typeof url === 'string' ? url : '',
      types: [types].flat().map(String),
      problems: read.ok ? { url: wrong ?? '' } : read.problems,
    });
  }
  const { url, types } = read.form;
  const endpointId = `hook_${Buffer.from(house.random(8)).toString('hex')}`;
  const secret = webhookSecret(house.random);
  await house.outbox.addEndpoint({
    endpointId,
    url,
    types,
    secrets: { current: secret },
    createdBy: user.userId,
    createdAt: at,
  });
  const details = { types: types.join(',') };
  await audited(asked, { action: 'webhook.add', subject: `webhook:${endpointId}`, details });
  const model = { title: 'Webhook secret', endpointId, url, secret, previousUntil: undefined };
  return page('webhook-secret', model);
}
