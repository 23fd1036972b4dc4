import {
  DAY,
  HOUR,
  reviewReasons,
  type Instant,
  type Label,
  type ReviewCase,
} from '@doubletake/scoring';
import type { OpenDoubletake } from '../open-doubletake.ts';
import type { Truth } from './truth.ts';

/** Who worked the month before whoever looks at it now. */
const ANALYST = 'demo_analyst';
const LEAD = 'demo_lead';

/** Cases of the last days are left for whoever looks at the demonstration. */
const LEFT_OPEN = 5 * DAY;
/** What was decided later than that still waits for a second person. */
const LEFT_WAITING = 16 * DAY;
const PAGE = 200;

/** A share in thousandths that is the same for the same text, every time. */
function share(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1000;
  return hash;
}

/** What somebody finds it to be: mostly the truth. */
function found(truth: Truth, { rewardId, caseId }: ReviewCase, by: string): Label {
  const label = truth.get(rewardId) ?? 'unsure';
  const slips = share(`${caseId}${by}`) < 80;
  if (!slips) return label;
  return label === 'honest' ? 'unsure' : 'honest';
}

/** A month being reviewed as it is played. */
interface Reviewing {
  readonly engine: OpenDoubletake;
  readonly truth: Truth;
  /** The present of whoever looks at it. */
  readonly until: Instant;
}

/**
 * Works the queue as people would have by now: most cases a day or two after they opened, some not at all; at every
 * fourth of them the lead looks again.
 */
export async function reviewAt(at: Instant, month: Reviewing): Promise<void> {
  await approve(at, month);
  await decideOpen(at, month);
  await lookAgain(at, month);
}

async function decideOpen(at: Instant, { engine, truth, until }: Reviewing): Promise<void> {
  const { ledger, policy } = engine.parts;
  const { cases } = await ledger.desk.page({ limit: PAGE });
  for (const { case: held } of cases) {
    const { caseId, openedAt } = held;
    const taken = share(caseId);
    const isTheirs = taken < 850 && openedAt < until - LEFT_OPEN;
    if (!isTheirs || at < openedAt + (14 + taken / 25) * HOUR) continue;
    const label = found(truth, held, ANALYST);
    const meant = reviewReasons(policy.reasons).find((each) => each.label === label);
    if (meant === undefined) continue;
    await engine.decide({
      outcome: meant.outcome,
      reason: meant.code,
      caseId,
      by: ANALYST,
      at,
      commandId: `demo/${caseId}`,
      scoreVisible: true,
    });
  }
}

/** Approves what was decided above the programme's amount, as the second person; of late the lead did not come to it. */
async function approve(at: Instant, { engine, until }: Reviewing): Promise<void> {
  const { desk } = engine.parts.ledger;
  const { cases } = await desk.page({ filter: { states: ['awaiting_second'] }, limit: PAGE });
  for (const { case: held } of cases) {
    const { caseId, conclusion } = held;
    if (conclusion === undefined || conclusion.at >= until - LEFT_WAITING) continue;
    await desk.act({ do: 'approve', caseId, by: LEAD, at, commandId: conclusion.commandId });
  }
}

async function lookAgain(at: Instant, { engine, truth }: Reviewing): Promise<void> {
  const { desk } = engine.parts.ledger;
  const filter = { states: ['closed'], openedFrom: at - 4 * DAY } as const;
  const { cases } = await desk.page({ filter, limit: PAGE });
  for (const { case: held } of cases) {
    const { caseId, outcome } = held;
    if (outcome === 'overtaken' || share(`again/${caseId}`) >= 250) continue;
    const label = found(truth, held, LEAD);
    const commandId = `demo/again/${caseId}`;
    await desk.act({ do: 'opine', caseId, by: LEAD, at, commandId, label, scoreVisible: false });
  }
}
