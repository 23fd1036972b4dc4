import type { CasePageRequest, QueuedCase, ReviewDesk } from '@doubletake/scoring';
import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { ExportRow } from '../../export/columns.ts';
import { sendExport } from '../../export/send-export.ts';
import { pageRequest } from '../../queue-query.ts';
import { decimal } from '../../show/money.ts';
import { namesOf } from '../../show/names.ts';

const PAGE = 200;

const COLUMNS = [
  'case',
  'state',
  'score',
  'amount',
  'currency',
  'programme',
  'reward',
  'order',
  'referrer',
  'referee',
  'beneficiary',
  'reasons',
  'rules',
  'opened',
  'due',
  'handed_to',
  'of_this_referrer',
] as const;

/** The queue as the address filters it, all pages of it. Ids, codes and sums: nothing that names a person. */
export async function exportQueue(asked: SignedIn): Promise<Answer> {
  const { house } = asked;
  const { after: _, before: __, ...request } = pageRequest(asked);
  const names = await namesOf(house);
  const pages = pagesOf(house.cases.desk, { ...request, limit: PAGE }, (each) => row(each, names));
  return sendExport(asked, { what: 'queue', columns: COLUMNS, pages });
}

async function* pagesOf(
  desk: Pick<ReviewDesk, 'page'>,
  request: CasePageRequest,
  show: (each: QueuedCase) => ExportRow,
): AsyncGenerator<readonly ExportRow[]> {
  let after: string | undefined;
  do {
    const found = await desk.page(after === undefined ? request : { ...request, after });
    yield found.cases.map(show);
    after = found.next;
  } while (after !== undefined);
}

function row(
  { case: held, linked }: QueuedCase,
  names: (userId: string) => string,
): Readonly<Record<(typeof COLUMNS)[number], string | number>> {
  return {
    case: held.caseId,
    state: held.state,
    score: held.score,
    amount: decimal(held.amount),
    currency: held.amount.currency,
    programme: held.programmeId,
    reward: held.rewardId,
    order: held.orderId ?? '',
    referrer: held.referrerId ?? '',
    referee: held.refereeId ?? '',
    beneficiary: held.beneficiaryId,
    reasons: held.reasons.join(' '),
    rules: held.rules.join(' '),
    opened: new Date(held.openedAt).toISOString(),
    due: new Date(held.dueAt).toISOString(),
    handed_to: held.assignee === undefined ? '' : names(held.assignee),
    of_this_referrer: linked,
  };
}
