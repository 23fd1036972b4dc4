import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from './spend.ts';

/** How often somebody may try to sign in. */
export interface SignInLimits {
  /** Counts a try; seconds to wait when there were too many. */
  readonly tryPassword: (who: Attempt) => Promise<number | undefined>;
  /** A success forgets the tries of this name from this address. */
  readonly forgetPassword: (who: Attempt) => Promise<void>;
  readonly tryCode: (userId: string) => Promise<number | undefined>;
  readonly forgetCode: (userId: string) => Promise<void>;
}

interface Attempt {
  readonly ip: string;
  readonly name: string;
}

const MINUTES = 60;

/**
 * Limits kept in this process: 10 tries in 15 minutes for one name from one address, 100 an hour from one address, 300 a
 * minute in all. Nobody can lock somebody else out: the name alone is never counted. A code is tried by those who know
 * the password: 10 in 15 minutes.
 */
export function signInLimits(): SignInLimits {
  const pair = new RateLimiterMemory({ keyPrefix: 'pair', points: 10, duration: 15 * MINUTES });
  const address = new RateLimiterMemory({ keyPrefix: 'ip', points: 100, duration: 60 * MINUTES });
  const everybody = new RateLimiterMemory({ keyPrefix: 'all', points: 300, duration: MINUTES });
  const code = new RateLimiterMemory({ keyPrefix: 'code', points: 10, duration: 15 * MINUTES });
  return {
    tryPassword: async (who) =>
      (await spend(address, who.ip)) ??
      (await spend(pair, pairKey(who))) ??
      (await spend(everybody, 'all')),
    forgetPassword: async (who) => {
      await pair.delete(pairKey(who));
    },
    tryCode: (userId) => spend(code, userId),
    forgetCode: async (userId) => {
      await code.delete(userId);
    },
  };
}

const pairKey = ({ ip, name }: Attempt): string => `${ip} ${name.toLowerCase()}`;
