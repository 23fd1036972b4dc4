import type { Payment } from './contract.ts';
import type { Locale } from './locale/index.ts';
import { seeded, type Random } from './random.ts';

const PROVIDER = 'paymill-north';

/** Bank identification numbers of one country's issuers, big ones first. The same in every world. */
function issuers(country: string): readonly string[] {
  const random = seeded(`issuers/${country}`);
  return Array.from(
    { length: 14 },
    () => `${random.pick([4, 4, 5])}${random.integer(10_000, 99_999)}`,
  );
}

const ISSUERS = new Map<string, readonly string[]>();

/** Issuers of a country. */
export function issuersOf(country: string): readonly string[] {
  const known = ISSUERS.get(country) ?? issuers(country);
  ISSUERS.set(country, known);
  return known;
}

/** A card: what the payment provider tells, never its number. */
export function newCard(random: Random, bin: string): Payment {
  return {
    kind: 'card',
    fingerprint: `card_${random.hex(20)}`,
    provider: PROVIDER,
    bin,
    last4: String(random.integer(0, 9999)).padStart(4, '0'),
    expiry: `${String(random.integer(1, 12)).padStart(2, '0')}/${random.integer(26, 31)}`,
  };
}

const token = (kind: Exclude<Payment['kind'], 'card'>, random: Random): Payment => ({
  kind,
  fingerprint: `${kind}_${random.hex(20)}`,
  provider: PROVIDER,
});

/** The instrument a customer of `locale` pays with. */
export function newPayment(random: Random, locale: Locale): Payment {
  const debit = locale.country === 'DE' || locale.country === 'NL' ? 18 : 3;
  const kind = random.weighted<Payment['kind']>([
    ['card', 70],
    ['paypal', 14],
    ['wallet', 6],
    ['iban', debit],
    ['bank_token', 2],
  ]);
  return kind === 'card'
    ? newCard(random, random.skewed(issuersOf(locale.country)))
    : token(kind, random);
}
