import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from './spend.ts';
import { subscriber } from './subscriber.ts';

/** How often somebody may try to sign in. */
export interface SignInLimits {
  /** Counts a try; seconds to wait when there were too many. */
  readonly tryPassword: (who: Attempt) => Promise<number | undefined>;
  /** A success forgets the tries of this name from this subscriber. */
  readonly forgetPassword: (who: Attempt) => Promise<void>;
  readonly tryCode: (userId: string) => Promise<number | undefined>;
  readonly forgetCode: (userId: string) => Promise<void>;
}

interface Attempt {
  readonly ip: string;
  readonly name: string;
}

const MINUTES = 60;

interface Limit {
  /** Tries. */
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

/** A code is tried by those who know the password. */
export const SIGN_IN_LIMITS: Readonly<Record<'pair' | 'address' | 'everybody' | 'code', Limit>> = {
  pair: { points: 10, duration: 15 * MINUTES },
  address: { points: 100, duration: 60 * MINUTES },
  everybody: { points: 300, duration: MINUTES },
  code: { points: 10, duration: 15 * MINUTES },
};

/** Limits kept in this process. Nobody can lock somebody else out: the name alone is never counted. */
export function signInLimits(): SignInLimits {
  const pair = new RateLimiterMemory({ keyPrefix: 'pair', ...SIGN_IN_LIMITS.pair });
  const address = new RateLimiterMemory({ keyPrefix: 'ip', ...SIGN_IN_LIMITS.address });
  const everybody = new RateLimiterMemory({ keyPrefix: 'all', ...SIGN_IN_LIMITS.everybody });
  const code = new RateLimiterMemory({ keyPrefix: 'code', ...SIGN_IN_LIMITS.code });
  return {
    tryPassword: async (who) =>
      (await spend(address, subscriber(who.ip))) ??
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

const pairKey = ({ ip, name }: Attempt): string => `${subscriber(ip)} ${name.toLowerCase()}`;
