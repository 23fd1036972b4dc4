import type { AccountObserved, Upkeep } from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { EVIDENCE_KEPT } from '../decision-retention.ts';
import { withinRetention } from '../retention.ts';
import type { CaseBook } from './case-book.ts';
import type { Record } from './recorder.ts';

/** What is done to the memory model from time to time; it seals nothing. */
export function memoryUpkeep({ entities, log, book }: Record, cases: CaseBook): Upkeep {
  const { profiles } = entities;
  const asRecorded = (accountId: string): readonly AccountObserved[] =>
    profiles.events(accountId).toSorted((a, b) => log.place(a.id) - log.place(b.id));
  return {
    reseal: async () => ({ rows: 0 }),
    seals: async () => new Map(),
    overdue: async (at, limit, after = '') => {
      const ids = [...profiles.ids()]
        .filter((id) => id > after)
        .toSorted(compareText)
        .slice(0, limit);
      const overdue = ids.flatMap((accountId) => {
        const before = asRecorded(accountId);
        const kept = withinRetention(before, at);
        return kept.every((event, n) => event === before[n])
          ? []
          : [{ accountId, before, after: kept }];
      });
      const next = ids.length === limit ? ids.at(-1) : undefined;
      return { overdue, ...(next === undefined ? {} : { next }) };
    },
    expire: async (accountId, at) => {
      const before = asRecorded(accountId);
      const kept = new Map(withinRetention(before, at).map((event) => [event.id, event]));
      for (const event of before) if (kept.get(event.id) !== event) log.forget(event.id);
      profiles.rewrite(accountId, (event) => kept.get(event.id) ?? event);
    },
    expireDecisions: async (at, limit) =>
      book.expire(
        ({ at: madeAt, rewardId }) =>
          madeAt < at - EVIDENCE_KEPT && cases.openOn(rewardId) === undefined,
        limit,
      ),
    now: async () => Date.now(),
    closeProfiles: () => {},
  };
}
