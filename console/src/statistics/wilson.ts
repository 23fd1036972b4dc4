/** A part of a whole: both counts, the part within the whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Where the true share lies with 95 % confidence, both ends from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of 97.5 %. */
const Z = 1.959_964;

/**
 * The score interval of a share, at 95 %; nothing when nothing was counted. Unlike the usual one it stays within 0 and 1
 * and holds for small counts.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilson({ part, whole }: Share): Interval | undefined {
  if (whole <= 0) return undefined;
  const share = part / whole;
  const scale = 1 + Z ** 2 / whole;
  const middle = (share + Z ** 2 / (2 * whole)) / scale;
  const reach = (Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2))) / scale;
  return { low: part === 0 ? 0 : middle - reach, high: part === whole ? 1 : middle + reach };
}
