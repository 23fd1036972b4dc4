import type { Claim } from './ranking.ts';

/** Mean squared distance between claim and truth (Brier 1950). */
export function brier(claims: readonly Claim[]): number | null {
  if (claims.length === 0) return null;
  return (
    claims.reduce((sum, claim) => sum + (claim.probability - Number(claim.fraud)) ** 2, 0) /
    claims.length
  );
}

/**
 * Expected calibration error: in ten equal bins, the distance between mean claim and share of
 * fraud, weighted by the size of the bin.
 */
export function calibrationError(claims: readonly Claim[]): number | null {
  if (claims.length === 0) return null;
  const gaps = Array.from({ length: 10 }, () => 0);
  for (const { probability, fraud } of claims) {
    const bin = Math.min(9, Math.floor(probability * 10));
    gaps[bin] = (gaps[bin] ?? 0) + probability - Number(fraud);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / claims.length;
}
