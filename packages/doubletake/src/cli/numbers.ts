import type { Money } from '@doubletake/scoring';

// one locale, so that what a script reads and what a colleague pastes look the same everywhere
const LOCALE = 'en-GB';
const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** A count: `12,345`. */
export function count(value: number): string {
  return WHOLE.format(value);
}

/** A count with its noun: `1 line`, `2 lines`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A number with a fixed number of decimals: `86.2`. */
export function decimal(value: number, digits: number): string {
  return value.toLocaleString(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A number with its sign always shown: `+2.0`, `−0.5`, and `0.0` without. */
export function signed(value: number, digits: number): string {
  const text = decimal(Math.abs(value), digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** An amount without its currency, in the currency's own number of decimals (ISO 4217): `1,020.00` euro, `2,000` yen. */
export function amount({ minor, currency }: Money): string {
  const { maximumFractionDigits } = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const digits = maximumFractionDigits ?? 2;
  return decimal(minor / 10 ** digits, digits);
}
