import type { Money } from '@doubletake/scoring';

const formats = new Map<string, Intl.NumberFormat>();

/** An amount as people write it: `£20.00`. */
export function shownMoney({ minor, currency }: Money): string {
  const format = formatOf(currency);
  return format.format(minor / 10 ** digitsOf(format));
}

/** An amount as a plain number in whole units of its currency: `20.00`. */
export function decimal({ minor, currency }: Money): string {
  const digits = digitsOf(formatOf(currency));
  return (minor / 10 ** digits).toFixed(digits);
}

/** Minor units of an amount in whole units of a currency; euros and their like when none is named. */
export function minorUnits(amount: number, currency = 'EUR'): number {
  return Math.round(amount * 10 ** digitsOf(formatOf(currency)));
}

function formatOf(currency: string): Intl.NumberFormat {
  const format =
    formats.get(currency) ?? new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  formats.set(currency, format);
  return format;
}

function digitsOf(format: Intl.NumberFormat): number {
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
