import type { Paint } from '../../cli/paint.ts';
import { decimal } from '../../cli/numbers.ts';
import { printable } from '../../cli/printable.ts';
import type { Side, Verdict } from './comparable.ts';

/** A verdict for a person: the answer, what it rests on, and both sides as they were read. */
export function printVerdict({ a, b, ...verdict }: Verdict, paint: Paint): string {
  const { same, level, similarity, why } = verdict;
  const answer = ANSWERS[level === 'unknown' ? 'unknown' : same ? 'same' : 'different'];
  const lines = [
    `${paint.strong(answer)}  ${level}, similarity ${decimal(similarity, 2)}`,
    ...why.map((reason) => `  ${printable(reason)}`),
    `a  ${side(a)}`,
    `b  ${side(b)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const ANSWERS = { same: 'same', different: 'not the same', unknown: 'cannot be compared' } as const;

function side(read: Side): string {
  return printable('canonical' in read ? read.canonical : `unreadable: ${read.problem.code}`);
}
