import { HOUR, MINUTE, type Lease, type ReviewCase } from '@doubletake/scoring';
import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { CASE_REFUSAL_TEXTS } from '../../case-refusals.ts';
import { readForm } from '../../form.ts';
import { isWorkable } from '../../show/case-actions.ts';
import { readerOf, type Reader } from '../../show/reader.ts';
import { may } from '../../permissions.ts';
import { leaseField } from './lease-field.ts';

/** With less left than this a lease is renewed, so that not every beat is a write. */
const LITTLE = 12 * MINUTE;

const FORM = z.object({
  leaseToken: leaseField,
  /** Minutes to take it in hand for, where that is wanted. */
  claim: z.enum(['', '15', '60']).default(''),
});

/** What a page that is open on a case is told; the script `lease.js` asks. */
interface Here {
  /** Who else has it open: names, with commas. */
  readonly viewers: string;
  /** This person's lease, as it is now. */
  readonly lease: { readonly token: number; readonly until: string } | undefined;
  /** What has changed under their hands; empty when nothing has. */
  readonly said: string;
}

/** Somebody is active on the page of a case: they are seen there, and what they have in hand stays there. */
export async function here(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { house, params, user, at } = asked;
  const caseId = params['caseId'] ?? '';
  const found = await house.cases.desk.find(caseId);
  if (found === undefined) return refuse(404);
  const { leaseToken: token, claim } = read.form;
  const held = may(user.role, 'cases.decide') ? await kept(asked, found, { token, claim }) : found;
  house.viewers.see(caseId, user.userId, at);
  const reader = await readerOf(asked);
  const lease = inForce(held, at);
  const mine = lease?.by === user.userId ? lease : undefined;
  const answer: Here = {
    viewers: house.viewers.others(caseId, user.userId, at).map(reader.names).join(', '),
    lease: mine && { token: mine.token, until: new Date(mine.until).toISOString() },
    said: changed(held, reader, token),
  };
  return { json: answer, status: 200 };
}

/** The case, its lease taken or made longer where that is wanted and possible. */
async function kept(
  { house, user, at }: SignedIn,
  held: ReviewCase,
  { token, claim }: { readonly token: number | undefined; readonly claim: string },
): Promise<ReviewCase> {
  const { desk } = house.cases;
  const on = { caseId: held.caseId, by: user.userId, at };
  const lease = inForce(held, at);
  if (claim !== '') {
    const leaseFor = claim === '60' ? HOUR : 15 * MINUTE;
    return (await desk.act({ do: 'claim', ...on, leaseFor })).case ?? held;
  }
  if (token === undefined || lease?.token !== token || lease.until - at > LITTLE) return held;
  return (await desk.act({ do: 'renew', ...on, leaseToken: token })).case ?? held;
}

function changed(held: ReviewCase, reader: Reader, token: number | undefined): string {
  const { state, conclusion } = held;
  const lease = inForce(held, reader.at);
  if (!isWorkable(state))
    return conclusion === undefined || conclusion.by === reader.userId
      ? CASE_REFUSAL_TEXTS[conclusion === undefined ? 'case_closed' : 'decided_already']
      : `${reader.names(conclusion.by)} decided this case meanwhile. ${KEPT}`;
  if (lease !== undefined && lease.by !== reader.userId)
    return `${reader.names(lease.by)} has this case in hand now. ${KEPT}`;
  return token === undefined || lease !== undefined ? '' : LAPSED;
}

const KEPT = 'What you typed is still here.';

/** Said when a hold is over; the page says it by its own clock as well. */
export const LAPSED: string = `Your hold on this case has ended. ${KEPT} Claim it again before you save.`;

const inForce = ({ lease }: ReviewCase, at: number): Lease | undefined =>
  lease !== undefined && lease.until > at ? lease : undefined;
