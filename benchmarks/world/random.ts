import { createHash } from 'node:crypto';

/** A seeded source of chance. The same seed draws the same values on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform whole number, both ends included. */
  integer(from: number, to: number): number;
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Picks early entries more often, as names and towns are. */
  skewed<T>(list: readonly T[]): T;
  weighted<T>(rows: readonly (readonly [value: T, weight: number])[]): T;
  gaussian(): number;
  exponential(mean: number): number;
  logNormal(median: number, sigma: number): number;
  hex(length: number): string;
  /** An independent source: drawing from it leaves this one where it was. */
  fork(label: string): Random;
}

/** Hexadecimal digest of `parts`, `length` characters long. */
export function digest(parts: readonly (string | number)[], length = 32): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, length);
}

/** A source seeded with `seed`: Chris Doty-Humphrey's sfc32, from PractRand. */
export function seeded(seed: string): Random {
  const next = sfc32(digest([seed]));
  const between = (from: number, to: number): number => from + next() * (to - from);
  const integer = (from: number, to: number): number => Math.floor(between(from, to + 1));
  const gaussian = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    integer,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, next()),
    skewed: (list) => at(list, next() ** 1.7),
    weighted: (rows) => {
      let left = next() * rows.reduce((sum, [, weight]) => sum + weight, 0);
      const row = rows.find(([, weight]) => (left -= weight) < 0) ?? at(rows, 0);
      return row[0];
    },
    gaussian,
    exponential: (mean) => -mean * Math.log(1 - next()),
    logNormal: (median, sigma) => median * Math.exp(sigma * gaussian()),
    hex: (length) => Array.from({ length }, () => integer(0, 15).toString(16)).join(''),
    fork: (label) => seeded(`${seed}/${label}`),
  };
}

/** The entry at `position`, a share of the list's length. */
function at<T>(list: readonly T[], position: number): T {
  const found = list[Math.floor(position * list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

function sfc32(hash: string): () => number {
  const word = (index: number): number => parseInt(hash.slice(index * 8, index * 8 + 8), 16) | 0;
  let [a, b, c, counter] = [word(0), word(1), word(2), word(3)];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
}
