const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const NOTATIONS: readonly {
  readonly pattern: RegExp;
  /** Which groups hold year, month and day. */
  readonly order: readonly [number, number, number];
}[] = [
  { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/, order: [1, 2, 3] },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: [1, 2, 3] },
  { pattern: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/, order: [3, 2, 1] },
  { pattern: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/, order: [3, 1, 2] },
  { pattern: /^(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4}|\d{2})$/, order: [3, 2, 1] },
  { pattern: /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4}|\d{2})$/, order: [3, 1, 2] },
];

/**
 * Reads a date of birth in the common notations and returns `YYYY-MM-DD`, or nothing when it is not a date.
 * `3/4/1990` is read month first, the other way round when only that gives a date; two-digit years above 25 are 19xx.
 */
export function readBirthDate(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  for (const { pattern, order } of NOTATIONS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [year, month, day] = order.map((group) => match[group] ?? '');
    return date(fullYear(year ?? ''), monthNumber(month ?? ''), Number(day));
  }
  return undefined;
}

function date(year: number, month: number, day: number): string | undefined {
  if (month > 12 && day <= 12) return date(year, day, month);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year > 25 ? 1900 + year : 2000 + year;
}

function monthNumber(text: string): number {
  const named = MONTHS.indexOf(text);
  return named < 0 ? Number(text) : named + 1;
}
