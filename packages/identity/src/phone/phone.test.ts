import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { phoneKind } from './index.ts';
import type { Phone } from './phone.ts';

const read = (number: string, region?: string): Phone => {
  const result = phoneKind.canonicalise(region === undefined ? { number } : { number, region });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

describe('canonical form', () => {
  test.each([
    { number: '030 901820', region: 'DE', canonical: '+4930901820', note: 'national' },
    { number: '0049 30 901820', region: '', canonical: '+4930901820', note: '00 without a region' },
    { number: '+49 30 901820', region: 'XX', canonical: '+4930901820', note: 'unknown region' },
    { number: '+44 (0)20 7946 0123', region: 'GB', canonical: '+442079460123', note: 'trunk (0)' },
    {
      number: '+57 (0) 320 555 0123',
      region: 'CO',
      canonical: '+573205550123',
      note: '(0) where no trunk digit is',
    },
    {
      number: '(+44) 20 7946 0123',
      region: 'GB',
      canonical: '+442079460123',
      note: 'plus in brackets',
    },
    { number: '++44 20 7946 0123', region: 'GB', canonical: '+442079460123', note: 'two pluses' },
    { number: 'tel:+44-20-7946-0123', region: 'US', canonical: '+442079460123', note: 'RFC 3966' },
    {
      number: 'tel:7946-0123;phone-context=+44-20',
      region: 'US',
      canonical: '+442079460123',
      note: 'RFC 3966 context',
    },
    {
      number: 'tel:+44-20-7946-0123;ext=7',
      region: 'US',
      canonical: '+442079460123;ext=7',
      note: 'RFC 3966 extension',
    },
    {
      number: '020 7946 0123 ext. 7',
      region: 'GB',
      canonical: '+442079460123;ext=7',
      note: 'extension',
    },
    {
      number: '020 7946 0123 x7',
      region: 'GB',
      canonical: '+442079460123;ext=7',
      note: 'short extension',
    },
    {
      number: '020 7946 0123 #7',
      region: 'GB',
      canonical: '+442079460123;ext=7',
      note: 'keypad extension',
    },
    { number: '1-800-GO-FEDEX', region: 'US', canonical: '+18004633339', note: 'E.161 letters' },
    {
      number: '＋４４ ２０ ７９４６ ０１２３',
      region: 'GB',
      canonical: '+442079460123',
      note: 'full width',
    },
    { number: '٠٢٠ ٧٩٤٦ ٠١٢٣', region: 'GB', canonical: '+442079460123', note: 'Arabic digits' },
    {
      number: '०२० ७९४६ ०१२३',
      region: 'GB',
      canonical: '+442079460123',
      note: 'Devanagari digits',
    },
    {
      number: '\u202A+44 20 7946 0123\u202C',
      region: 'GB',
      canonical: '+442079460123',
      note: 'direction marks',
    },
    { number: '020\u00AD7946 0123', region: 'GB', canonical: '+442079460123', note: 'soft hyphen' },
    {
      number: '+52 1 55 5123 4567',
      region: 'MX',
      canonical: '+525551234567',
      note: 'Mexico until 2019',
    },
    {
      number: '044 55 5123 4567',
      region: 'MX',
      canonical: '+525551234567',
      note: 'Mexico until 2019',
    },
    {
      number: '(11) 8765-4321',
      region: 'BR',
      canonical: '+5511987654321',
      note: 'Brazil until 2016',
    },
    {
      number: '(11) 3765-4321',
      region: 'BR',
      canonical: '+551137654321',
      note: 'Brazilian landline',
    },
    {
      number: '0168 765 4321',
      region: 'VN',
      canonical: '+84387654321',
      note: 'Viet Nam until 2018',
    },
    { number: '97 12 34 56', region: 'BJ', canonical: '+2290197123456', note: 'Benin until 2024' },
    { number: '30 901820', region: '', canonical: '30901820', note: 'no country' },
    {
      number: '0044 20 7946 0123',
      region: 'US',
      canonical: '+442079460123',
      note: 'foreign international prefix',
    },
    { number: '44 20 7946 0123', region: 'GB', canonical: '+442079460123', note: 'plus left out' },
    { number: '212 555 0123', region: '', canonical: '2125550123', note: 'no country, no guess' },
  ])('$note: $number', ({ number, region, canonical }) => {
    expect(read(number, region).canonical).toBe(canonical);
  });

  test.each(['', 'Dog', '12', `+${'1'.repeat(120)}`])('%j is refused', (number) => {
    const refused = phoneKind.canonicalise({ number, region: 'GB' });
    expect(refused.ok ? refused.value : refused.problem.code).toBe('identity_phone_unreadable');
  });

  test('a link reads the same every time', () => {
    const link = 'tel:7946-0123;phone-context=+44-20';
    expect(
      [read(link, 'US'), read(` ${link}`, 'US'), read(`${link} `, 'US')].map((each) => each.e164),
    ).toEqual(Array.from({ length: 3 }, () => '+442079460123'));
  });
});

test.each([
  { number: '+44 7400 123456', country: 'GB', type: 'MOBILE', voip: false, valid: true },
  { number: '+44 56 1234 5678', country: 'GB', type: 'VOIP', voip: true, valid: true },
  {
    number: '+1 212 555 0123',
    country: 'US',
    type: 'FIXED_LINE_OR_MOBILE',
    voip: false,
    valid: true,
  },
  { number: '+800 1234 5678', country: undefined, type: 'TOLL_FREE', voip: false, valid: true },
  { number: '+44 11', country: undefined, type: undefined, voip: false, valid: false },
])('$number: $type line', ({ number, ...expected }) => {
  expect(read(number)).toMatchObject(expected);
});

test.each([
  { left: '+44 20 7946 0123', right: '+44 20 7946 0124', level: 'none', note: 'next line' },
  {
    left: '+44 20 7946 0123 x7',
    right: '+44 20 7946 0123 x8',
    level: 'none',
    note: 'other extension',
  },
  { left: '+44 20 7946 0123 x7', right: '+44 20 7946 0123', level: 'none', note: 'switchboard' },
  { left: '20 7946 0123', right: '2079460123', level: 'weak', note: 'digits only' },
  { left: '20 7946 0123', right: '+2079460123', level: 'none', note: 'digits and a number' },
  { left: '+44 20 7946 0123', right: '0044 2079460123', level: 'exact', note: 'one line' },
])('$level: $left and $right ($note)', ({ left, right, level }) => {
  const comparison = phoneKind.compare(read(left), read(right));
  expect(comparison).toMatchObject({ level, same: level === 'exact' });
});

test('digits without a country are no key', () => {
  expect(phoneKind.keys(read('20 7946 0123'))).toEqual([]);
  expect(phoneKind.keys(read('+44 20 7946 0123'))).toEqual([
    { type: 'phone', value: '+442079460123' },
  ]);
});

test('a mask keeps the country code and two digits', () => {
  expect(phoneKind.mask(read('+44 20 7946 0123'))).toBe('+44•••23');
});

const region = fc.constantFrom('DE', 'MX', 'BR', 'VN', 'BJ', 'IT', 'AR', 'US', 'RU', '');
const number = fc.stringMatching(/^(?:\+|00|0|)[1-9][0-9 ()-]{3,13}(?: x\d{1,4})?$/u);
const raw = fc.record({ number, region });

describe('laws', () => {
  property.prop([raw])('canonicalising twice changes nothing', (written) => {
    const once = phoneKind.canonicalise(written);
    if (once.ok) expect(read(once.value.canonical)).toEqual(once.value);
  });

  property.prop([raw, raw])('sameness is symmetric, and shared keys are exact', (left, right) => {
    const [one, other] = [phoneKind.canonicalise(left), phoneKind.canonicalise(right)];
    if (!one.ok || !other.ok) return;
    expect(phoneKind.compare(one.value, other.value)).toEqual(
      phoneKind.compare(other.value, one.value),
    );
    const [key] = phoneKind.keys(one.value);
    const shared = key !== undefined && key.value === phoneKind.keys(other.value)[0]?.value;
    expect(phoneKind.compare(one.value, other.value).same).toBe(shared);
  });

  property.prop([fc.string()])('any text is read or refused, never thrown at', (text) => {
    const result = phoneKind.canonicalise({ number: text, region: 'GB' });
    expect(result.ok || result.problem.text === text.slice(0, 80)).toBe(true);
  });
});
