import {
  DAY,
  HOUR,
  type Conclude,
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
const PAGE = 200;

type Concluded = Pick<Conclude, 'outcome' | 'reason' | 'label'>;

/** What people make of a case that is what the truth says; they are wrong now and then. */
const FINDINGS: Readonly<Record<Label, Concluded>> = {
  honest: { outcome: 'release', reason: 'REVIEWED_GENUINE', label: 'honest' },
  fraud: { outcome: 'block', reason: 'REVIEWED_SAME_PERSON', label: 'fraud' },
  policy: { outcome: 'block', reason: 'REVIEWED_AGAINST_TERMS', label: 'policy' },
  unsure: { outcome: 'release', reason: 'REVIEWED_UNPROVEN', label: 'unsure' },
};

/** A share in thousandths that is the same for the same text, every time. */
function share(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1000;
  return hash;
}

/** What somebody finds: mostly the truth. */
function finding(truth: Truth, { rewardId, caseId }: ReviewCase, by: string): Concluded {
  const label = truth.get(rewardId) ?? 'unsure';
  const slips = share(`${caseId}${by}`) < 80;
  const found = slips ? (label === 'honest' ? 'unsure' : 'honest') : label;
  return FINDINGS[found];
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
  await decideOpen(at, month);
  await lookAgain(at, month);
}

async function decideOpen(at: Instant, { engine, truth, until }: Reviewing): Promise<void> {
  const { cases } = await engine.parts.ledger.desk.page({ limit: PAGE });
  for (const { case: held } of cases) {
    const { caseId, openedAt } = held;
    const taken = share(caseId);
    const isTheirs = taken < 850 && openedAt < until - LEFT_OPEN;
    if (!isTheirs || at < openedAt + (14 + taken / 25) * HOUR) continue;
    await engine.decide({
      ...finding(truth, held, ANALYST),
      caseId,
      by: ANALYST,
      at,
      commandId: `demo/${caseId}`,
      scoreVisible: true,
    });
  }
}

async function lookAgain(at: Instant, { engine, truth }: Reviewing): Promise<void> {
  const { desk } = engine.parts.ledger;
  const filter = { states: ['closed'], openedFrom: at - 4 * DAY } as const;
  const { cases } = await desk.page({ filter, limit: PAGE });
  for (const { case: held } of cases) {
    const { caseId, outcome } = held;
    if (outcome === 'overtaken' || share(`again/${caseId}`) >= 250) continue;
    const { label } = finding(truth, held, LEAD);
    const commandId = `demo/again/${caseId}`;
    await desk.act({ do: 'opine', caseId, by: LEAD, at, commandId, label, scoreVisible: false });
  }
}
