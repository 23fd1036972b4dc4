import { plusMinor, type Action, type Decision, type Money } from '@doubletake/scoring';
import type { Answered } from './engine/append.ts';

/** What became of one programme's rewards, by the last decision on each. */
export interface ProgrammeSummary {
  readonly programmeId: string;
  readonly rewards: number;
  readonly byAction: Readonly<Record<Action, number>>;
}

/** How a replay ended. */
export interface ReplaySummary {
  readonly events: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly decisions: number;
  readonly programmes: readonly ProgrammeSummary[];
  /** Most frequent first. */
  readonly reasons: readonly { readonly code: string; readonly rewards: number }[];
  /** What each action means in money, by currency. */
  readonly money: Readonly<Record<Action, readonly Money[]>>;
  /** The held reward with the most to explain, for a first look; absent when none is held. */
  readonly example?: Decision;
}

const ACTIONS: readonly Action[] = ['pay', 'wait', 'review', 'void', 'claw_back'];

const byAction = <Value>(value: (action: Action) => Value): Record<Action, Value> => ({
  pay: value('pay'),
  wait: value('wait'),
  review: value('review'),
  void: value('void'),
  claw_back: value('claw_back'),
});

/** Counts a replay as it goes. */
export class Tally {
  readonly #last = new Map<string, Decision>();
  readonly #events = { recorded: 0, duplicate: 0, conflict: 0, unavailable: 0 };
  #decisions = 0;

  recorded(outcome: Answered['outcome']): void {
    this.#events[outcome] += 1;
  }

  decided(decision: Decision): void {
    this.#decisions += 1;
    this.#last.set(decision.rewardId, decision);
  }

  summary(): ReplaySummary {
    const last = [...this.#last.values()];
    const example = last
      .filter(({ action }) => action === 'review')
      .toSorted((a, b) => explains(b) - explains(a) || (a.rewardId < b.rewardId ? -1 : 1))[0];
    return {
      events: this.#events.recorded,
      duplicates: this.#events.duplicate,
      conflicts: this.#events.conflict,
      decisions: this.#decisions,
      programmes: programmesOf(last),
      reasons: reasonsOf(last),
      money: byAction((action) => moneyOf(last.filter((each) => each.action === action))),
      ...(example === undefined ? {} : { example }),
    };
  }
}

/** How much an explanation would show: signals that argue strongly, on either side, of a case that is not clear. */
const explains = ({ contributions, score }: Decision): number =>
  contributions.filter(({ bits }) => Math.abs(bits) >= 1.5).length - Math.abs(score - 75) / 50;

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function programmesOf(decisions: readonly Decision[]): ProgrammeSummary[] {
  return countBy(decisions, ({ programmeId }) => programmeId).map(([programmeId, rewards]) => {
    const own = decisions.filter((each) => each.programmeId === programmeId);
    return {
      programmeId,
      rewards,
      byAction: byAction((action) => own.filter((each) => each.action === action).length),
    };
  });
}

function reasonsOf(decisions: readonly Decision[]): { code: string; rewards: number }[] {
  const codes = decisions.flatMap(({ reasons }) => [...new Set(reasons.map(({ code }) => code))]);
  return countBy(codes, (code) => code).map(([code, rewards]) => ({ code, rewards }));
}

function moneyOf(decisions: readonly Decision[]): Money[] {
  const sums = new Map<string, number>();
  for (const { facts } of decisions) {
    const currency = String(facts['reward.currency']);
    sums.set(currency, plusMinor(sums.get(currency) ?? 0, Number(facts['reward.amountMinor'])));
  }
  return [...sums]
    .map(([currency, minor]) => ({ minor, currency }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Every action, in the order tables show them. */
export { ACTIONS };
