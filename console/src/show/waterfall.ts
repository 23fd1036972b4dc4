import type { Contribution, Decision } from '@doubletake/scoring';
import type { WaterfallStep } from '../models/case-parts.ts';
import { levelWords, signalName } from './signal.ts';

/** Evidence under this many bits is told in one line. */
const SLIGHT_BITS = 0.1;

const STRONGEST = 4;

interface Weighed {
  readonly name: string;
  readonly level: string;
  readonly bits: number;
}

/**
 * How a score came about: from the prior, one signal after another, to the log-odds it ends at. Strongest first; what is
 * slight is summed up, so that the bits still add up; a cap stands last.
 */
export function waterfall(
  decision: Pick<Decision, 'priorBits' | 'logOddsBits' | 'contributions' | 'evidenceExpired'>,
): readonly WaterfallStep[] {
  const weighed = [
    { name: 'Before any evidence', level: '', bits: decision.priorBits },
    ...(decision.evidenceExpired === true ? [expired(decision)] : evidence(decision.contributions)),
  ];
  const ends = weighed.reduce<number[]>(
    (sums, { bits }) => [...sums, (sums.at(-1) ?? 0) + bits],
    [],
  );
  const low = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - low || 1;
  const place = (bits: number): number => Math.round(((bits - low) / span) * 1000) / 10;
  return weighed.map(({ name, level, bits }, index): WaterfallStep => {
    const after = ends[index] ?? 0;
    const from = place(after - bits);
    const to = place(after);
    return {
      name,
      level,
      bits: signedBits(bits),
      score: scoreAt(after),
      tone: bits > 0 ? 'bad' : 'good',
      x: Math.min(from, to),
      width: Math.max(Math.abs(to - from), 0.6),
      zero: place(0),
    };
  });
}

/** The evidence that weighs most, either way. */
export function strongest({
  contributions,
}: Pick<Decision, 'contributions'>): readonly { readonly name: string; readonly value: string }[] {
  return contributions
    .filter(({ bits }) => Math.abs(bits) >= SLIGHT_BITS)
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .slice(0, STRONGEST)
    .map(weighedOf)
    .map(({ name, level, bits }) => ({ name, value: `${level} ${signedBits(bits)}`.trim() }));
}

/** Bits with their sign: `+2.00`, `−0.52`. */
export function signedBits(bits: number): string {
  const text = Math.abs(bits).toFixed(2);
  return Number(text) === 0 ? '0.00' : `${bits < 0 ? '−' : '+'}${text}`;
}

function evidence(contributions: readonly Contribution[]): readonly Weighed[] {
  const caps = contributions.filter(({ signal }) => signal === 'cap');
  const signals = contributions.filter(({ signal }) => signal !== 'cap');
  const telling = signals.filter(({ bits }) => Math.abs(bits) >= SLIGHT_BITS);
  const slight = signals.filter(({ bits }) => Math.abs(bits) < SLIGHT_BITS);
  const bits = slight.reduce((sum, each) => sum + each.bits, 0);
  const rest = { name: 'The rest', level: `${slight.length} slight`, bits };
  return [
    ...telling.toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits)).map(weighedOf),
    ...(slight.length === 0 ? [] : [rest]),
    ...caps.map(weighedOf),
  ];
}

/** What is past its time still adds up, in one line. */
function expired({ priorBits, logOddsBits }: Pick<Decision, 'priorBits' | 'logOddsBits'>): Weighed {
  return { name: 'Evidence', level: 'let go of after 24 months', bits: logOddsBits - priorBits };
}

function weighedOf({ signal, level, bits }: Contribution): Weighed {
  return { name: signalName(signal), level: levelWords(signal, level), bits };
}

const scoreAt = (bits: number): string => (100 / (1 + 2 ** -bits)).toFixed(1);
