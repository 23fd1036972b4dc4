import { z } from 'zod';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { MOST_VIEWS, withView } from '../../own-views.ts';
import { keptSearchOf, queryOf, queueHref } from '../../queue-query.ts';

const FORM = z.object({
  label: z.string().trim().min(1).max(40),
  search: z.string().max(1000),
  shared: z.enum(['on', 'off']).default('off'),
});

/** Keeps a filter of the queue under a name, for oneself or the team. */
export async function saveView({ house, user, form }: SignedIn): Promise<Answer> {
  const read = readForm(FORM, form);
  if (!read.ok) return refuse(422, 'Give the view a name of 1 to 40 letters.');
  const { label, shared } = read.form;
  // Read and written again, so that nothing is kept but what the queue's own form can ask.
  const search = keptSearchOf(queryOf(read.form.search));
  if (search === '') return refuse(422, 'Filter the queue first, by more than an id.');
  const viewId = Buffer.from(house.random(12)).toString('base64url');
  const views = withView(user.settings.views ?? [], {
    viewId,
    label,
    search,
    shared: shared === 'on',
  });
  if (views === undefined) return refuse(422, `${MOST_VIEWS} views are enough. Remove one first.`);
  await house.access.changeUser(user.userId, { settings: { ...user.settings, views } });
  return goTo(queueHref(queryOf(search), {}), `Saved as ${label}.`);
}
