import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { queueHref } from '../../queue-query.ts';
import { accountHref } from '../../show/account-link.ts';
import { casePath } from './on-case.ts';

/** Where an id leads: to its case, to its account, or to the cases that it is part of. */
export async function goToId({ house, query }: SignedIn): Promise<Answer> {
  const id = (query['id'] ?? '').trim();
  if (id === '') return goTo('/queue');
  const [held, accountId] = await Promise.all([
    house.cases.desk.find(id),
    house.accounts.overviews.find(id),
  ]);
  if (held !== undefined) return goTo(casePath(id));
  return goTo(accountId === undefined ? queueHref({}, { id }) : accountHref(accountId));
}
