import { goTo, page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { accountHref } from '../../show/account-link.ts';

const LONGEST = 128;

/** Leads to the account of an id, or says that there is none. */
export async function findAccount({ house, query }: SignedIn): Promise<Answer> {
  const id = (query['id'] ?? '').trim().slice(0, LONGEST);
  const accountId = id === '' ? undefined : await house.accounts.overviews.find(id);
  if (accountId !== undefined) return goTo(accountHref(accountId));
  const missing = id !== '';
  return page('accounts', { title: 'Find an account', id, missing }, missing ? 404 : 200);
}
