import type { Contribution, Decision } from '@doubletake/scoring';
import { counted, decimal, signed } from './numbers.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';

/** Characters of a bar on either side of its middle. */
const HALF = 10;

/** Evidence under this many bits is told in one line. */
const SLIGHT_BITS = 0.1;

/** One step from the prior to the score. */
interface Step {
  readonly signal: string;
  readonly level: string;
  readonly bits: number;
  readonly shared: string;
}

/** How a score came about: from the prior, one signal after another, to the log-odds it ends at. */
export function waterfall(
  decision: Pick<Decision, 'priorBits' | 'logOddsBits' | 'score' | 'contributions'>,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const prior = { signal: 'prior', level: '', bits: decision.priorBits, shared: '' };
  const steps = [prior, ...stepsOf(decision.contributions)];
  const largest = Math.max(...steps.map(({ bits }) => Math.abs(bits)), Number.EPSILON);
  let running = 0;
  const rows = steps.map(({ signal, level, bits, shared }) => {
    running += bits;
    return [
      signal,
      level,
      shared,
      signed(bits, 2),
      bar(bits / largest),
      decimal(scoreAt(running), 1),
    ];
  });
  const { logOddsBits, score } = decision;
  const total = ['total', '', '', signed(logOddsBits, 2), '', decimal(score, 1)];
  const columns = [
    { heading: 'signal' },
    { heading: 'level' },
    { heading: 'held by' },
    { heading: 'bits', align: 'right' as const },
    { heading: `${'for honest'.padStart(HALF)}│${'for abuse'.padEnd(HALF)}` },
    { heading: 'score', align: 'right' as const },
  ];
  const lines = table(columns, [...rows, total], width).split('\n');
  return lines.map((line, i) => (i === 0 ? paint.quiet(line) : line)).join('\n');
}

/** Strongest first; what is slight is summed up, so that the bits still add up; a cap stands last. */
function stepsOf(contributions: readonly Contribution[]): Step[] {
  const caps = contributions.filter(({ signal }) => signal === 'cap');
  const signals = contributions.filter(({ signal }) => signal !== 'cap');
  const telling = signals.filter(({ bits }) => Math.abs(bits) >= SLIGHT_BITS);
  const slight = signals.filter(({ bits }) => Math.abs(bits) < SLIGHT_BITS);
  const sum = slight.reduce((total, { bits }) => total + bits, 0);
  return [
    ...telling.toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits)).map(stepOf),
    ...(slight.length === 0
      ? []
      : [
          {
            signal: 'the rest',
            level: counted(slight.length, 'slight signal'),
            bits: sum,
            shared: '',
          },
        ]),
    ...caps.map(stepOf),
  ];
}

function stepOf({ signal, level, bits, sharedBy }: Contribution): Step {
  return {
    signal,
    level,
    bits,
    shared: sharedBy === undefined ? '' : counted(sharedBy, 'account'),
  };
}

function bar(share: number): string {
  const length = Math.round(Math.abs(share) * HALF);
  const drawn = '█'.repeat(length);
  return share < 0 ? `${drawn.padStart(HALF)}│` : `${' '.repeat(HALF)}│${drawn}`;
}

function scoreAt(bits: number): number {
  return 100 / (1 + 2 ** -bits);
}
