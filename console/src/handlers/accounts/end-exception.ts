import { z } from 'zod';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { accountHref } from '../../show/account-link.ts';

const FORM = z.object({ allowanceId: z.string().min(1).max(200) });

/** Takes back an exception for a pair the account is part of. */
export async function endException(asked: SignedIn): Promise<Answer> {
  const { house, params, form, user, at } = asked;
  const read = readForm(FORM, form);
  if (!read.ok) return refuse(422);
  const accountId = await house.accounts.overviews.find(params['accountId'] ?? '');
  if (accountId === undefined) return refuse(404);
  const { allowanceId } = read.form;
  const ended = await house.cases.ledger.disallow({ allowanceId, by: user.userId, at });
  const said = ended ? 'Taken back: every rule applies to them again.' : 'It was none any more.';
  return goTo(`${accountHref(accountId)}#allowances`, said);
}
