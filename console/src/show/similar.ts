import type { CaseCount, ReviewCase } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import type { ShownSimilar } from '../models/around.ts';
import { closedWords } from './case-state.ts';
import { partiesOf } from './parties.ts';
import { reasonWords } from './reason.ts';
import { shownTime } from './time.ts';

const LATEST = 5;

/** What people made of cases that the same rules held. */
export async function shownSimilar(
  { house, user }: SignedIn,
  { caseId }: ReviewCase,
): Promise<ShownSimilar | undefined> {
  const similar = await house.cases.desk.similar(caseId, LATEST);
  if (similar === undefined) return undefined;
  const { released, blocked, latest } = similar;
  return {
    released: counted(released),
    blocked: counted(blocked),
    latest: latest.map((each) => ({
      caseId: each.caseId,
      parties: partiesOf(each),
      outcome: closedWords(each),
      why: reasonWords((each.conclusion?.reason ?? '').replace('REVIEWED_', '')),
      closed: shownTime(each.closedAt ?? each.openedAt, user.settings.zone),
    })),
  };
}

const counted = ({ count, orMore }: CaseCount): string => (orMore ? `${count}+` : String(count));
