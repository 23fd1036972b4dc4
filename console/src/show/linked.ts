import type { ReviewCase } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import { MOST_CASES } from '../handlers/bulk/selection.ts';
import type { ShownLinked } from '../models/around.ts';
import { may } from '../permissions.ts';
import { isWorkable } from './case-actions.ts';
import { closedWords } from './case-state.ts';
import { shownMoney } from './money.ts';
import { partiesOf } from './parties.ts';
import { shownTime } from './time.ts';

const ROWS = 8;
/** As many as are decided together with it at once. */
const READ = MOST_CASES - 1;

/** Other cases of the same order or people, and the way to decide those that wait together. */
export async function shownLinked(
  { house, user }: SignedIn,
  held: ReviewCase,
): Promise<ShownLinked> {
  const { caseId, referrerId, beneficiaryId } = held;
  const linked = await house.cases.desk.linked(caseId, READ);
  const waiting = [held, ...linked].filter(({ state }) => isWorkable(state)).length;
  const together = waiting > 1 && isWorkable(held.state) && may(user.role, 'cases.decide');
  const more = linked.length - ROWS;
  return {
    rows: linked.slice(0, ROWS).map((other) => ({
      caseId: other.caseId,
      parties: partiesOf(other),
      how: inCommon(held, other),
      amount: shownMoney(other.amount),
      state: closedWords(other),
      opened: shownTime(other.openedAt, user.settings.zone),
    })),
    more: more <= 0 ? undefined : linked.length === READ ? `${more} or more` : String(more),
    all: `/queue?${new URLSearchParams({ id: referrerId ?? beneficiaryId }).toString()}`,
    together: together
      ? { count: waiting, href: `/bulk?${new URLSearchParams({ linked: caseId }).toString()}` }
      : undefined,
  };
}

/** Parts that two cases may have in common, as they are named. */
const PARTS = [
  ['same order', ({ orderId }) => orderId],
  ['same referrer', ({ referrerId }) => referrerId],
  ['same referee', ({ refereeId }) => refereeId],
  ['same beneficiary', ({ beneficiaryId }) => beneficiaryId],
] as const satisfies readonly (readonly [string, (held: ReviewCase) => string | undefined])[];

function inCommon(held: ReviewCase, other: ReviewCase): string {
  const names = PARTS.flatMap(([name, part]) =>
    part(held) !== undefined && part(held) === part(other) ? [name] : [],
  );
  // The beneficiary is one of the two: said once.
  const told = names.length > 1 ? names.filter((name) => name !== 'same beneficiary') : names;
  return told.length === 0 ? 'one of them, in another part' : told.join(', ');
}
