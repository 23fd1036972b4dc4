import { damerau } from '../text/damerau.ts';
import { type FieldEvidence, weigh } from './agreement.ts';

/** Weighs two dates of birth, `YYYY-MM-DD` both. */
export function compareBirthDates(
  left: string | undefined,
  right: string | undefined,
): readonly FieldEvidence[] {
  return left === undefined || right === undefined ? [] : weigh('birthDate', level(left, right));
}

/** A slip is one digit, two swapped digits, or day and month exchanged; near is every part off by a little. */
function level(left: string, right: string): string {
  if (left === right) return 'equal';
  const [year = 0, month = 0, day = 0] = left.split('-').map(Number);
  const [otherYear = 0, otherMonth = 0, otherDay = 0] = right.split('-').map(Number);
  const exchanged = year === otherYear && month === otherDay && day === otherMonth;
  if (exchanged || damerau(left, right) <= 1) return 'slip';
  return Math.abs(year - otherYear) <= 1 &&
    Math.abs(month - otherMonth) <= 1 &&
    Math.abs(day - otherDay) <= 2
    ? 'near'
    : 'conflict';
}
