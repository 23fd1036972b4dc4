import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from './spend.ts';
import { subscriber } from './subscriber.ts';

/** Counts one report from an address; seconds to wait when there were too many. */
export type ReportLimit = (ip: string) => Promise<number | undefined>;

const MINUTE = 60;

/** Reports of broken policy from one address: a page in the wild sends a few, whoever would fill the log many. */
export const REPORT_LIMIT: { readonly points: number; readonly duration: number } = {
  points: 20,
  duration: 10 * MINUTE,
};

/** Kept in this process. */
export function reportLimit(): ReportLimit {
  const reports = new RateLimiterMemory({ keyPrefix: 'report', ...REPORT_LIMIT });
  return (ip) => spend(reports, subscriber(ip));
}
