import type { QueuedCase, ReviewCase } from '@doubletake/scoring';
import { goTo, page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { ShownApproval } from '../../models/second-looks.ts';
import { shownConcluded } from '../../show/concluded.ts';
import { shownDue } from '../../show/due.ts';
import { shownMoney } from '../../show/money.ts';
import { partiesOf } from '../../show/parties.ts';
import { readerOf, type Reader } from '../../show/reader.ts';
import { reasonWords } from '../../show/reason.ts';
import { shownScore } from '../../show/score.ts';
import { shownUndo } from '../../show/undo.ts';
import { strongest } from '../../show/waterfall.ts';
import { strayCursor } from './stray-cursor.ts';

const PAGE = 10;

/** Cases that await a second person, the ones due soonest first, each with the first one's decision. */
export async function approvals(asked: SignedIn): Promise<Answer> {
  const { after, before } = asked.query;
  const { desk } = asked.house.cases;
  const [found, reader] = await Promise.all([
    desk
      .page({
        filter: { states: ['awaiting_second'] },
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
        ...(before === undefined ? {} : { before }),
      })
      .catch(strayCursor),
    readerOf(asked),
  ]);
  if (found === undefined) return goTo('/approvals');
  const shown = await Promise.all(found.cases.map((each) => approval(asked, reader, each)));
  const { next, previous } = found;
  return page('approvals', {
    title: 'Approvals',
    approvals: shown.flatMap((each) => each ?? []),
    next: next && `/approvals?after=${encodeURIComponent(next)}`,
    previous: previous && `/approvals?before=${encodeURIComponent(previous)}`,
    undo: shownUndo(asked),
  });
}

async function approval(
  asked: SignedIn,
  reader: Reader,
  { case: held }: QueuedCase,
): Promise<ShownApproval | undefined> {
  const { desk, ledger, policy } = asked.house.cases;
  const { caseId, programmeId } = held;
  const [notes, decision] = await Promise.all([
    desk.notes({ kind: 'case', id: caseId }),
    ledger.decision(held.decisionId),
  ]);
  const concluded = shownConcluded(asked, reader, { held, notes, alone: false });
  return (
    concluded && {
      ...glance(held, reader),
      programme: policy.programmes.get(programmeId)?.name ?? programmeId,
      evidence: decision === undefined ? [] : strongest(decision),
      concluded,
    }
  );
}

function glance(held: ReviewCase, reader: Reader) {
  return {
    caseId: held.caseId,
    parties: partiesOf(held),
    amount: shownMoney(held.amount),
    score: shownScore(held.score),
    due: shownDue(held, reader),
    reasons: held.reasons.map(reasonWords),
  };
}
