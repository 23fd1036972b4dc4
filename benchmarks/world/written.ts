import type { WrittenAddress, WrittenPerson, WrittenPhone } from './contract.ts';
import type { Locale } from './locale/index.ts';
import type { Random } from './random.ts';
import type { Rates } from './rates.ts';

/** A postal address as it is, before anyone writes it. */
export interface Address {
  readonly locale: Locale;
  readonly street: string;
  readonly number: number;
  readonly unit?: number;
  readonly town: string;
  readonly region?: string;
  readonly postalCode: string;
}

/** A telephone number: national digits without trunk digit. */
export interface Phone {
  readonly locale: Locale;
  readonly national: string;
}

/** Who writes, and how untidily. */
export interface Hand {
  readonly random: Random;
  readonly rates: Rates;
}

/** Letters outside ASCII as most people type them on a foreign keyboard. */
export function plain(text: string): string {
  return text
    .replaceAll(/ß/gu, 'ss')
    .replaceAll(/[łŁ]/gu, 'l')
    .replaceAll(/[ıİ]/gu, 'i')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');
}

/** Two neighbouring letters swapped, or one lost. */
function slipped(text: string, random: Random): string {
  if (text.length < 5) return text;
  const at = random.integer(1, text.length - 3);
  const [here = '', next = ''] = text.slice(at, at + 2);
  return text.slice(0, at) + (random.chance(0.5) ? next + here : next) + text.slice(at + 2);
}

export function writeName(
  name: { readonly given: string; readonly family: string },
  { random, rates }: Hand,
): WrittenPerson {
  const tidy = random.chance(rates.typo) ? slipped(name.family, random) : name.family;
  if (!random.chance(rates.variant)) return { givenName: name.given, familyName: tidy };
  return random.pick<WrittenPerson>([
    { fullName: `${name.given} ${tidy}` },
    { fullName: `${tidy}, ${name.given}` },
    { fullName: plain(`${name.given} ${tidy}`) },
    { givenName: name.given.toUpperCase(), familyName: tidy.toUpperCase() },
    { givenName: name.given.toLowerCase(), familyName: tidy.toLowerCase() },
    { givenName: plain(name.given), familyName: plain(tidy) },
  ]);
}

export function writePhone(phone: Phone, { random, rates }: Hand): WrittenPhone {
  const { national, locale } = phone;
  const region = locale.country;
  if (!random.chance(rates.variant)) return { number: `+${locale.dialling}${national}`, region };
  const [a, b, c] = [national.slice(0, 3), national.slice(3, 6), national.slice(6)];
  const number = random.pick([
    `${locale.trunk}${national}`,
    `${locale.trunk}${a} ${b} ${c}`,
    `${locale.trunk}${a}-${b}-${c}`,
    `+${locale.dialling} ${a} ${b} ${c}`,
    `+${locale.dialling} (${locale.trunk}${a}) ${b}${c}`,
    ...(locale.country === 'US' ? [`(${a}) ${b}-${c}`, `1-${a}-${b}-${c}`] : []),
    ...(locale.trunk === '0' ? [`00${locale.dialling} ${national}`] : []),
  ]);
  return { number, region };
}

export function writeAddress(address: Address, { random, rates }: Hand): WrittenAddress {
  const { locale } = address;
  const untidy = random.chance(rates.variant);
  const street = random.chance(rates.typo) ? slipped(address.street, random) : address.street;
  const styled = untidy ? styleStreet(street, { locale, random }) : street;
  const first = locale.numberFirst ? `${address.number} ${styled}` : `${styled} ${address.number}`;
  const unit = writeUnit(address, { locale, random });
  const lines = joinUnit(first, { unit, apart: random.chance(untidy ? 0.5 : 0.8) });
  return {
    lines: untidy && random.chance(0.2) ? lines.map((line) => line.toUpperCase()) : lines,
    city: untidy && random.chance(0.4) ? plain(address.town) : address.town,
    ...(address.region !== undefined && { region: address.region }),
    postalCode: untidy
      ? address.postalCode.replace(random.pick([' ', '-']), '')
      : address.postalCode,
    country: locale.country,
  };
}

interface Style {
  readonly locale: Locale;
  readonly random: Random;
}

function styleStreet(street: string, { locale, random }: Style): string {
  const shortened = locale.shortForms.filter(([long]) => street.includes(long));
  if (shortened.length > 0 && random.chance(0.7)) {
    const [long, short] = random.pick(shortened);
    return street.replace(long, short);
  }
  return random.pick([plain(street), street.toLowerCase(), street]);
}

function writeUnit(address: Address, { locale, random }: Style): string | undefined {
  if (address.unit === undefined) return undefined;
  return random.skewed(locale.units).replace('#', String(address.unit));
}

function joinUnit(first: string, unit: { unit: string | undefined; apart: boolean }): string[] {
  if (unit.unit === undefined) return [first];
  if (/^[-/]/u.test(unit.unit)) return [first + unit.unit];
  return unit.apart ? [first, unit.unit] : [`${first}, ${unit.unit}`];
}
