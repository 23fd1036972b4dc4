import { MINUTE, type Instant } from '@doubletake/scoring';

/** Who has which case open. */
export interface Viewers {
  /** Somebody has the page of a case before them. */
  readonly see: (caseId: string, userId: string, at: Instant) => void;
  /** Who had it within the last minute, but this one. */
  readonly others: (caseId: string, userId: string, at: Instant) => readonly string[];
}

const FRESH = MINUTE;

/** Viewers as this process knows them: nothing is written down, and a restart forgets them. */
export function viewers(): Viewers {
  const seen = new Map<string, Map<string, Instant>>();
  const forget = (at: Instant): void => {
    for (const [caseId, people] of seen) {
      for (const [userId, last] of people) if (last + FRESH <= at) people.delete(userId);
      if (people.size === 0) seen.delete(caseId);
    }
  };
  return {
    see: (caseId, userId, at) => {
      forget(at);
      const people = seen.get(caseId) ?? new Map<string, Instant>();
      seen.set(caseId, people.set(userId, at));
    },
    others: (caseId, userId, at) => {
      forget(at);
      return [...(seen.get(caseId)?.keys() ?? [])].filter((each) => each !== userId);
    },
  };
}
