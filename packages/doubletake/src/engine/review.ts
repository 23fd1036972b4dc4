import { CLOCKWORK, isStorable } from '@doubletake/ledger';
import {
  isGrantable,
  isOutdated,
  pairOf,
  pairQuestion,
  plusMinor,
  programmeOf,
  reviewedDecision,
  type BulkAnswer,
  type BulkReview,
  type CaseAnswer,
  type Conclude,
  type Conclusion,
  type Decision,
  type Money,
  type Review,
  type Reviewed,
} from '@doubletake/scoring';
import { allowanceIdOf } from './allowance-id.ts';
import { decisionWrite } from './batch.ts';
import { decidedUpon } from './decided-upon.ts';
import { storeFailure } from './degraded.ts';
import type { EngineParts } from './parts.ts';
import { decideOne, screenAll } from './screen.ts';
import { checkTime } from './screening-request.ts';

/** Hears of decisions that were just kept. */
export type Told = (decisions: readonly Decision[]) => Promise<void>;

/** Cases taken up at a time. */
const BATCH = 100;

/** How often a decision that another one beat is made again before that is a bug. */
const ATTEMPTS = 64;

/** Concludes a case, by the terms of its programme. */
export async function decideCase(parts: EngineParts, review: Review): Promise<CaseAnswer> {
  const { desk } = parts.ledger;
  const command = await commandFor(parts, review);
  return 'ok' in command ? command : desk.act(command);
}

/** Concludes many cases, each for itself, or says what would come of it. */
export async function decideCases(parts: EngineParts, bulk: BulkReview): Promise<BulkAnswer> {
  const { caseIds, preview = false, commandId, shown, ...shared } = bulk;
  const { desk } = parts.ledger;
  const items: { caseId: string; answer: CaseAnswer }[] = [];
  for (const caseId of new Set(caseIds)) {
    const seen = shown?.get(caseId);
    const review = {
      ...shared,
      caseId,
      commandId: `${commandId}/${caseId}`,
      ...(seen === undefined ? {} : { seen }),
    };
    const command = await commandFor(parts, review);
    const act = preview ? desk.preview : desk.act;
    items.push({ caseId, answer: 'ok' in command ? command : await act(command) });
  }
  const decided = items.flatMap(({ answer }) => (answer.ok ? [answer.case.amount] : []));
  return { items, sums: summed(decided) };
}

async function commandFor(
  { ledger, policy, clock }: EngineParts,
  review: Review,
): Promise<Conclude | CaseAnswer> {
  const { at = clock(), undoFor = 0, allowance } = review;
  for (const time of [at, undoFor, allowance?.expiresAt ?? at]) checkTime(time);
  const meant = Object.hasOwn(policy.reasons, review.reason)
    ? policy.reasons[review.reason]?.review
    : undefined;
  if (meant === undefined) return { ok: false, refusal: 'reason_unknown' };
  if (meant.outcome !== review.outcome) return { ok: false, refusal: 'reason_unfit' };
  const held = isStorable(review.caseId) ? await ledger.desk.find(review.caseId) : undefined;
  if (held === undefined) return { ok: false, refusal: 'case_unknown' };
  const { secondPersonFrom } = programmeOf(policy, held.programmeId);
  return {
    ...review,
    label: review.label ?? meant.label,
    at,
    do: 'conclude',
    ...(secondPersonFrom === undefined ? {} : { secondPersonFrom }),
  };
}

function summed(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { currency, minor } of amounts)
    sums.set(currency, plusMinor(sums.get(currency) ?? 0, minor));
  return [...sums].map(([currency, minor]) => ({ minor, currency }));
}

/**
 * Lets time take its course on every case, then turns what people concluded into decisions. Safe to stop anywhere and to
 * run twice at once: everything written bears an id that follows from the command, and the decision, written last, is
 * what takes the conclusion off the list. Each decision is told as soon as it is kept. Gives what kept single conclusions
 * from being settled: they hold up nobody else, and stay on the list.
 */
export async function settleReviews(parts: EngineParts, told: Told): Promise<readonly unknown[]> {
  const { desk } = parts.ledger;
  for (const at = parts.clock(); (await desk.lapse(at, BATCH)).length > 0;);
  const failures: unknown[] = [];
  // Tried, and perhaps still on the list. What others settle at the same time is theirs to tell.
  const left = new Set<string>();
  for (;;) {
    const settled = await desk.settled(BATCH + left.size);
    const next = settled.filter(({ commandId }) => !left.has(commandId));
    if (next.length === 0) return failures;
    for (const conclusion of next) {
      const before = failures.length;
      const decision = await settle(parts, conclusion).catch((error: unknown) => {
        failures.push(error);
      });
      if (decision === undefined) left.add(conclusion.commandId);
      else await told([decision]);
      // The list is read again: a ledger that is down ends it there, before every other conclusion fails as well.
      if (failures.length > before) break;
    }
  }
}

async function settle(parts: EngineParts, conclusion: Conclusion): Promise<Decision | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const looked = await lookAgain(parts, conclusion);
    if (looked === undefined) return undefined;
    // INVARIANT: an exception is granted for what a person looked at, never for what came after.
    if (isOutdated(looked, parts.policy)) return setAside(parts, conclusion);
    if (attempt === 0) {
      // It makes old what was just read.
      await keepLabel(parts, conclusion);
      await allowPair(parts, looked);
      continue;
    }
    const committed = await commitOnce(parts, looked);
    if (committed === undefined || committed.outcome === 'existing') return undefined;
    if (committed.outcome === 'committed') return committed.decision;
  }
  throw new Error(`the decision on ${conclusion.rewardId} does not settle`);
}

async function keepLabel({ ledger }: EngineParts, conclusion: Conclusion): Promise<void> {
  const { commandId, rewardId, label, by, at } = conclusion;
  const id = `label:${commandId}`;
  await ledger.append([{ id, type: 'label.recorded', at, rewardId, label, by }]);
}

/** Grants the pair exception that a release asked for. */
async function allowPair(
  { ledger }: EngineParts,
  { conclusion, record: { referral } }: Reviewed,
): Promise<void> {
  const { allowance, outcome, commandId, by, at } = conclusion;
  if (allowance === undefined || outcome !== 'release' || referral === undefined) return;
  const { referrerId, refereeId } = referral;
  const allowanceId = allowanceIdOf(commandId);
  const granted = { allowanceId, referrerId, refereeId, owner: by, ...allowance };
  // One that was asked for before such were refused holds up nobody else's.
  if (isGrantable(granted, at)) await ledger.allow(granted, at);
}

/**
 * The reward screened anew, beside what the person had before them; undefined when there is none. It does not wait for
 * the graph: what a person decided hangs on the terms alone, and those are the ledger's.
 */
async function lookAgain(
  parts: EngineParts,
  conclusion: Conclusion,
): Promise<Reviewed | undefined> {
  const { ledger, graph, hashing, clock } = parts;
  const { rewardId, commandId, decisionId } = conclusion;
  const at = clock();
  const [record, before] = await Promise.all([
    ledger.read(rewardId, at),
    ledger.decision(decisionId),
  ]);
  if (record === undefined) return undefined;
  const pair = pairOf(record, at, hashing);
  const surroundings = await graph.gather(pairQuestion(pair), record.reached).catch(storeFailure);
  const ask = { rewardId, trigger: triggerOf(commandId), at };
  return { conclusion, record, before, screening: decideOne(parts, { ask, pair }, surroundings) };
}

const triggerOf = (commandId: string): string => `review:${commandId}`;

/** Commits the person's decision; undefined when it is no longer wanted. */
async function commitOnce({ ledger, policy }: EngineParts, reviewed: Reviewed) {
  const { conclusion, record } = reviewed;
  const decision = reviewedDecision(reviewed, policy);
  const upon = decidedUpon(decision, record, policy);
  const write = decisionWrite(decision, record, triggerOf(conclusion.commandId));
  return ledger.commit({ ...write, upon }).catch(closedBefore);
}

/**
 * Gives the case back to people, as it is now: what was concluded was about something else. First the screening that shows
 * it, so that whoever opens the case next has it before them; where that answers the case by itself, the case is closed.
 */
async function setAside(
  parts: EngineParts,
  { rewardId, caseId, commandId, outcome }: Conclusion,
): Promise<Decision | undefined> {
  const at = parts.clock();
  // Granted before it turned out to be outdated, or before a failure kept it from being settled.
  await parts.ledger.disallow({ allowanceId: allowanceIdOf(commandId), by: CLOCKWORK, at });
  const ask = { rewardId, trigger: `outdated:${commandId}`, at };
  const giveBack = async () =>
    parts.ledger.desk.act({ do: 'set_aside', caseId, by: CLOCKWORK, at, commandId });
  // While a block waits to be written every screening says what it says.
  if (outcome === 'block') await giveBack();
  const screened = (await screenAll(parts, [ask])).get(rewardId);
  if (outcome !== 'block') await giveBack();
  return screened?.isNew === true ? screened.decision : undefined;
}

/** A later screening answered the case between its reading and now: its decision stands. */
function closedBefore(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ledger_case_closed') return;
  throw error;
}
