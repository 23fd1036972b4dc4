import { REVEAL_FORM, reveal } from '../../access/reveals.ts';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { accountHref } from '../../show/account-link.ts';

/** Shows one account's values in the clear for a while. */
export async function revealAccount(asked: SignedIn): Promise<Answer> {
  const read = readForm(REVEAL_FORM, asked.form);
  if (!read.ok) return refuse(422, 'Say what to reveal, and why.');
  const accountId = await asked.house.accounts.overviews.find(asked.params['accountId'] ?? '');
  if (accountId === undefined) return refuse(404);
  return reveal(asked, {
    ...read.form,
    accountIds: [accountId],
    back: `${accountHref(accountId)}#identifiers`,
  });
}
