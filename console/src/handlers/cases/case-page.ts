import type { Decision, ReviewCase } from '@doubletake/scoring';
import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';
import { may } from '../../permissions.ts';
import { shownActions } from '../../show/case-actions.ts';
import { CASE_STATE_WORDS } from '../../show/case-state.ts';
import { shownConcluded } from '../../show/concluded.ts';
import { shownDecideForm } from '../../show/decide-form.ts';
import { shownDue } from '../../show/due.ts';
import { shownFacts } from '../../show/fact.ts';
import { shownHand } from '../../show/hand.ts';
import { shownMoney } from '../../show/money.ts';
import { shownLinked } from '../../show/linked.ts';
import { accountHref } from '../../show/account-link.ts';
import { shownGraph, surroundingsOf } from '../../show/graph.ts';
import { revealForm } from '../../show/reveal-form.ts';
import { revealedPair } from '../../show/revealed-pair.ts';
import { casePath } from './on-case.ts';
import { readerOf } from '../../show/reader.ts';
import { shownRules } from '../../show/rules.ts';
import { shownScore } from '../../show/score.ts';
import { signalName } from '../../show/signal.ts';
import { shownSimilar } from '../../show/similar.ts';
import { shownStake } from '../../show/stake.ts';
import { shownStories } from '../../show/stories.ts';
import { timeline } from '../../show/timeline.ts';
import { shownUndo } from '../../show/undo.ts';
import { unseen } from '../../show/unseen.ts';
import { signedBits, waterfall } from '../../show/waterfall.ts';
import { shownEscalation, whyOptions } from '../../show/why.ts';
import { LAPSED } from './here.ts';
import { REOPEN_REASONS } from './why-field.ts';

const ACTS = 50;
/** Stories told again beside the picture of who is connected. */
const LIKELY: ReadonlySet<string> = new Set(['household', 'self', 'ring']);

/** Everything about one case, and the form that decides it. */
export function casePage(asked: SignedIn): Promise<Answer> {
  return caseView(asked, {});
}

/** The page with what was wrong with its form. */
export async function caseView(asked: SignedIn, problems: FormProblems): Promise<Answer> {
  const { desk, ledger } = asked.house.cases;
  const held = await desk.find(asked.params['caseId'] ?? '');
  const decision = held && (await ledger.decision(held.decisionId));
  if (held === undefined || decision === undefined) return refuse(404);
  const model = await caseModel(asked, { held, decision, problems });
  return page('case', model, Object.keys(problems).length === 0 ? 200 : 422);
}

interface Opened {
  readonly held: ReviewCase;
  readonly decision: Decision;
  readonly problems: FormProblems;
}

async function caseModel(asked: SignedIn, { held, decision, problems }: Opened) {
  const { desk, ledger, trail, policy } = asked.house.cases;
  const { caseId, rewardId, assignee } = held;
  const { referrerId, refereeId } = held;
  const parties = [referrerId, refereeId].filter((id) => id !== undefined);
  const path = casePath(caseId);
  const [reader, record, decisions, notes, acts, actions, around, linked, similar] =
    await Promise.all([
      readerOf(asked),
      ledger.read(rewardId, asked.at),
      ledger.decisionsOn(rewardId),
      desk.notes({ kind: 'case', id: caseId }),
      trail.entries({ subject: `case:${caseId}`, limit: ACTS }),
      shownActions(asked, held),
      surroundingsOf(asked, parties),
      shownLinked(asked, held),
      shownSimilar(asked, held),
    ]);
  const hand = shownHand(held, reader);
  const { viewers } = asked.house;
  viewers.see(caseId, reader.userId, reader.at);
  return {
    title: `Case ${caseId}`,
    caseId,
    rewardId,
    state: CASE_STATE_WORDS[held.state],
    score: shownScore(decision.score),
    amount: shownMoney(held.amount),
    due: shownDue(held, reader),
    escalation: shownEscalation(held, reader),
    linked,
    similar,
    hand,
    viewers: viewers.others(caseId, reader.userId, reader.at).map(reader.names),
    lapsed: LAPSED,
    assignee: assignee === undefined ? undefined : reader.names(assignee),
    concluded: shownConcluded(asked, reader, { held, notes, alone: true, problems }),
    referrer: held.referrerId ?? 'unknown',
    referee: held.refereeId ?? 'unknown',
    accounts: {
      referrer: referrerId && accountHref(referrerId),
      referee: refereeId && accountHref(refereeId),
    },
    pair: revealedPair(asked, decision, record ?? {}),
    reveal: revealForm(asked, {
      action: `${path}/reveal`,
      back: '#pair-card',
      whose: parties.join(' and '),
    }),
    graph: around && shownGraph(around, { path, zone: reader.zone, links: asked.query['links'] }),
    unknown: around === undefined,
    likely: shownStories(decision.posterior).filter(
      ({ name, percent }) => LIKELY.has(name) && percent > 0,
    ),
    waterfall: waterfall(decision),
    total: signedBits(decision.logOddsBits),
    stories: shownStories(decision.posterior),
    counterfactuals: decision.counterfactuals.map(({ without, score }) => ({
      without: signalName(without),
      score: score.toFixed(1),
    })),
    reasons: decision.reasons,
    unseen: unseen(decision),
    stake: shownStake(held, record, policy.programmes.get(held.programmeId)),
    facts: shownFacts(decision.facts, reader.zone),
    rules: shownRules(decision),
    timeline: timeline({ record, decisions, notes, acts }, reader),
    decide: shownDecideForm(asked, held, problems),
    actions,
    reopen: mayReopen(asked, held) ? whyOptions(REOPEN_REASONS) : undefined,
    undo: shownUndo(asked),
  };
}

const mayReopen = ({ user }: SignedIn, { state }: ReviewCase): boolean =>
  state === 'closed' && may(user.role, 'cases.approve');
