import { WEBHOOK_TYPES } from '@doubletake/scoring';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';
import { administrationTabs } from '../../show/administration.ts';
import { shownEndpoint, TYPE_LABELS } from '../../show/webhook.ts';

/** Every endpoint, and a form for one more. */
export function webhooks(asked: SignedIn): Promise<Answer> {
  return webhooksPage(asked, { url: '', types: ['decision.made'], problems: {} });
}

interface Typed {
  readonly url: string;
  readonly types: readonly string[];
  readonly problems: FormProblems;
}

/** The page with what was typed and what was wrong with it. */
export async function webhooksPage(asked: SignedIn, typed: Typed): Promise<Answer> {
  const { house, user } = asked;
  const [endpoints, users] = await Promise.all([house.outbox.endpoints(), house.access.users()]);
  const names = new Map(users.map(({ userId, name }) => [userId, name]));
  const nameOf = (userId: string) => names.get(userId) ?? userId;
  const { url, types, problems } = typed;
  const model = {
    title: 'Webhooks',
    tabs: administrationTabs(user.role, '/webhooks'),
    endpoints: endpoints.map((each) => shownEndpoint(each, { zone: user.settings.zone, nameOf })),
    url,
    types: {
      name: 'types',
      legend: 'What it is told',
      options: WEBHOOK_TYPES.map((value) => ({
        value,
        label: TYPE_LABELS[value],
        checked: types.includes(value),
      })),
      problem: problems['types'],
    },
    problems,
  };
  return page('webhooks', model, Object.keys(problems).length === 0 ? 200 : 422);
}
