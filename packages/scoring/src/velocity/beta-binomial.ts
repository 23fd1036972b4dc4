import { logGamma } from './log-gamma.ts';

/** Pseudo-counts of returning and not returning: 2 % of a farm's referees, 20 % of honest ones (scoring-model §3.3). */
const FARM = { returning: 0.5, leaving: 24.5 };
const HONEST = { returning: 2.4, leaving: 9.6 };

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const logLikelihood = (returned: number, exposed: number, rates: typeof FARM): number =>
  logBeta(returned + rates.returning, exposed - returned + rates.leaving) -
  logBeta(rates.returning, rates.leaving);

/**
 * Bits for a farm against an honest referrer when `returned` of `exposed` referees came back. Overdispersed: one
 * referrer's friends resemble each other. `exposed` may be fractional: it counts how far each has had time to return.
 */
export function betaBinomialLogRatio(returned: number, exposed: number): number {
  return (
    (logLikelihood(returned, exposed, FARM) - logLikelihood(returned, exposed, HONEST)) / Math.LN2
  );
}
