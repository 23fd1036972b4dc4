import type {
  CaseStatistics,
  Closings,
  Conclusion,
  ConclusionCount,
  Decision,
  Instant,
  Period,
  RuleVotes,
} from '@doubletake/scoring';
import { checkedEdges, WAITING } from '../desk/edges.ts';
import { present } from '../present.ts';
import type { CaseBook } from './case-book.ts';
import { counted, inTime } from './label-counts.ts';

/** The reference model of what is counted over cases. */
export function memoryStatistics(cases: CaseBook): CaseStatistics {
  return {
    flow: async (edges) => {
      const opened = between(
        edges,
        cases.all().map(({ openedAt }) => openedAt),
      );
      const closed = between(
        edges,
        cases.all().flatMap(({ closedAt }) => closedAt ?? []),
      );
      return opened.map((count, nth) => ({ opened: count, closed: closed[nth] ?? 0 }));
    },
    waiting: async (edges) => {
      const waiting = cases.all().filter(({ state }) => WAITING.includes(state));
      return between(
        edges,
        waiting.map(({ openedAt }) => openedAt),
      );
    },
    closings: async (period) => closings(cases, period),
    given: async (period) => given(cases.conclusions(), period),
    overturned: async (period) => overturned(cases, period),
    ruleVotes: async (period) => ruleVotes(cases.decisions(), period),
  };
}

function between(edges: readonly Instant[], instants: readonly Instant[]): readonly number[] {
  return checkedEdges(edges)
    .slice(1)
    .map((to, nth) => instants.filter((at) => at >= (edges[nth] ?? to) && at < to).length);
}

const within = ({ from, to }: Period, at: Instant | undefined): boolean =>
  at !== undefined && at >= from && at < to;

function closings(cases: CaseBook, period: Period): Closings {
  const closed = cases.all().filter(({ closedAt }) => within(period, closedAt));
  const outcomes = counted(
    closed.flatMap(({ outcome }) => (outcome === undefined ? [] : { outcome })),
  );
  const lengths = closed
    .filter(({ outcome }) => outcome !== 'overtaken')
    .map(({ openedAt, closedAt = openedAt }) => closedAt - openedAt)
    .toSorted((a, b) => a - b);
  const rank = (share: number): number => lengths[Math.ceil(share * lengths.length) - 1] ?? 0;
  const count = lengths.length;
  return {
    outcomes,
    ...(count === 0 ? {} : { answered: { count, p50: rank(0.5), p95: rank(0.95) } }),
  };
}

function given(conclusions: readonly Conclusion[], period: Period): readonly ConclusionCount[] {
  const told = conclusions
    .filter(({ at }) => within(period, at))
    .map(({ by, status, outcome, label, scoreVisible }) => ({
      by,
      status,
      outcome,
      label,
      scoreVisible,
    }));
  return counted(told).map(present);
}

function overturned(cases: CaseBook, period: Period) {
  const all = cases.conclusions().filter(({ status }) => status === 'final');
  const final = all.filter(({ at }) => within(period, at));
  return {
    final: final.length,
    reopened: final.filter(
      ({ caseId, commandId }) => cases.find(caseId)?.conclusion?.commandId !== commandId,
    ).length,
    contrary: final.filter(
      (each) =>
        cases.decisions().some((decision) => answersOtherwise(cases, decision, each)) ||
        all.some(
          (later) =>
            later.caseId === each.caseId &&
            inTime(later, each) > 0 &&
            later.outcome !== each.outcome,
        ),
    ).length,
  };
}

function answersOtherwise(cases: CaseBook, decision: Decision, each: Conclusion): boolean {
  const all = cases.decisions();
  const held = all.findIndex(({ decisionId }) => decisionId === each.decisionId);
  return (
    decision.rewardId === each.rewardId &&
    all.indexOf(decision) > held &&
    decision.stage !== 'review' &&
    decision.outcome === (each.outcome === 'block' ? 'release' : 'block') &&
    !decision.determiningRules.some((rule) => rule.startsWith('terms/'))
  );
}

function ruleVotes(decisions: readonly Decision[], period: Period): readonly RuleVotes[] {
  return counted(
    decisions
      .filter(({ at }) => within(period, at))
      .flatMap(({ determiningRules, outcome, shadow }) => [
        ...[...new Set(determiningRules)].map((rule) => ({ rule, outcome, shadow: false })),
        ...distinct(shadow).map((vote) => ({ ...vote, shadow: true })),
      ]),
  );
}

function distinct(votes: Decision['shadow']): Decision['shadow'] {
  const seen = new Map(votes.map(({ rule, outcome }) => [`${rule} ${outcome}`, { rule, outcome }]));
  return [...seen.values()];
}
