import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts a try; seconds to wait when there were too many. The library rejects with its answer then. */
export async function spend(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}
