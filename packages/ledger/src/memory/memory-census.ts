import { randomUUID } from 'node:crypto';
import type { Census } from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { accountState } from './account-state.ts';
import { MemoryKept } from './kept-tokens.ts';
import type { Record } from './recorder.ts';

/** All accounts and referrals of the memory model, page by page. */
export function memoryCensus({ entities, log, options }: Record): Census {
  const name = randomUUID();
  const kept = new MemoryKept();
  const isGone = (id: string): boolean => entities.erased.has(id) || entities.isMerged(id);
  const isKnown = (id: string): boolean => isGone(id) || entities.profiles.state(id) !== undefined;
  const everyId = (): readonly string[] => {
    const touched = log.after(0, log.end).flatMap(({ accountId }) => accountId ?? []);
    return [...new Set(touched)].filter(isKnown).toSorted(compareText);
  };
  return {
    name: async () => name,
    extent: async () => ({ end: log.end, accounts: everyId().length }),
    accounts: async (limit, after = '', readAs) => {
      const ids = everyId()
        .filter((id) => compareText(id, after) > 0)
        .slice(0, limit);
      const next = ids.length === limit ? ids.at(-1) : undefined;
      const states = ids.flatMap((id) => accountState(entities, id, options) ?? []);
      const instead = states.flatMap((state) => kept.instead(state, readAs) ?? []);
      return {
        accounts: states.filter((state) => kept.instead(state, readAs) === undefined),
        ...(instead.length === 0 ? {} : { kept: instead }),
        erased: ids.filter(isGone),
        ...(next === undefined ? {} : { next }),
      };
    },
    keep: async (readAs, given) => {
      for (const one of given) kept.keep(readAs, entities.profiles.state(one.accountId), one);
    },
    // What was read otherwise is not given to anybody who asks for this.
    forgetKept: async (readAs) => {
      if (readAs === undefined) kept.forget();
    },
    gone: async (accountIds) => accountIds.filter(isGone),
    referrals: async (limit, after = 0) => {
      const told = log
        .after(after, log.end)
        .flatMap(({ referralId }, index) =>
          referralId === undefined ? [] : [{ referralId, place: after + index + 1 }],
        )
        .slice(0, limit);
      const next = told.length === limit ? told.at(-1)?.place : undefined;
      return {
        referrals: told.flatMap(({ referralId }) => {
          const referral = entities.referrals.state(referralId);
          if (referral === undefined) return [];
          const { referrerId, refereeId } = referral;
          return [referrerId, refereeId].some((id) => entities.erased.has(id)) ? [] : referral;
        }),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
