import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type Address, addressKind, type AddressRaw } from './index.ts';

function read(raw: AddressRaw): Address {
  const result = addressKind.canonicalise(raw);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const keyOf = (value: Address, type: string): string | undefined =>
  addressKind.keys(value).find((candidate) => candidate.type === type)?.value;

test.each([
  {
    line: '12 Main St, Springfield',
    other: '12 Main Street, Springfield',
    level: 'exact',
    same: true,
    note: 'both lack a unit',
  },
  {
    line: '12 Main St Apt 3, Springfield',
    other: '12 Main St, Springfield',
    level: 'building',
    same: true,
    note: 'unit left out',
  },
  {
    line: '12 Main St Apt 3, Springfield',
    other: '12 Main St Apt 4, Springfield',
    level: 'building',
    same: false,
    note: 'neighbours',
  },
  {
    line: '12 Main St, Springfield',
    other: '14 Main St, Springfield',
    level: 'street',
    same: false,
    note: 'next house',
  },
  {
    line: '12 Main St, Springfield',
    other: 'Main St, Springfield',
    level: 'street',
    same: false,
    note: 'no number',
  },
  {
    line: '12 Main St, Springfield',
    other: '12 Oak St, Springfield',
    level: 'none',
    same: false,
    note: 'other street',
  },
])('$level: $line and $other ($note)', ({ line, other, level, same }) => {
  const [left, right] = [
    read({ lines: [line], country: 'US' }),
    read({ lines: [other], country: 'US' }),
  ];
  expect(addressKind.compare(left, right)).toMatchObject({ level, same });
});

test('fields and free text give one address', () => {
  const fields = {
    lines: ['Lange Str. 4'],
    city: 'Mainz',
    postalCode: '55116',
    country: 'Germany',
  };
  expect(read(fields).canonical).toBe(
    read({ lines: ['Lange Straße 4, D-55116 Mainz'], country: 'de' }).canonical,
  );
});

test.each(['', ' , ', '75001', '??'])('%j is refused', (line) => {
  const refused = addressKind.canonicalise({ lines: [line], country: 'FR' });
  expect(refused.ok ? refused.value : refused.problem.code).toBe('identity_address_unreadable');
});

test('a home has two keys, a street none', () => {
  const flat = { lines: ['5 Elm Rd Apt 2, Troy NY 12180'], country: 'US' };
  const house = { lines: ['5 Elm Road, Troy NY 12180'], country: 'US' };
  expect(keyOf(read(flat), 'building')).toBe(keyOf(read(house), 'building'));
  expect(keyOf(read(flat), 'address')).not.toBe(keyOf(read(house), 'address'));
  expect(addressKind.keys(read({ lines: ['Elm Rd, Troy NY 12180'], country: 'US' }))).toEqual([]);
});

test('the mask keeps the place and hides the house', () => {
  const mask = addressKind.mask(read({ lines: ['217 Harbour Street, Cork'], country: 'IE' }));
  expect(mask).toContain('cork');
  expect(mask).not.toMatch(/217|harbour/i);
});

describe('laws', () => {
  const word = fc.constantFrom(
    'harbour',
    'linden',
    'saint',
    'ave',
    'rue',
    'de',
    'north',
    '3rd',
    '12',
    '7a',
    'apt',
    '#',
    'bahnhofstr.',
    'york',
    'ny',
    '75001',
    'ул.',
    'Ленина',
    '4/5',
    '1-3',
    'st',
    'floor',
  );
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.tuple(word, fc.constantFrom(' ', ', ', '\n')), { maxLength: 9 })
      .map((parts) => parts.flat().join('')),
  );
  const country = fc.constantFrom('US', 'FR', 'DE', 'PL', 'RU', 'AU', 'ES', 'xx');
  const address = fc
    .record({ lines: fc.array(line, { minLength: 1, maxLength: 2 }), country })
    .map((raw) => addressKind.canonicalise(raw))
    .filter((result) => result.ok)
    .map(({ value }) => value);

  property.prop([address])('canonicalising twice changes nothing', (value) => {
    expect(read({ lines: [value.canonical] })).toEqual(value);
  });

  property.prop([address])('an address is the same as itself', (value) => {
    expect(addressKind.compare(value, value)).toMatchObject({ same: true });
  });

  property.prop([address, address])('sameness is symmetric', (left, right) => {
    expect(addressKind.compare(left, right)).toEqual(addressKind.compare(right, left));
  });

  const home = fc
    .record({
      number: fc.constantFrom('1', '2'),
      street: fc.constantFrom('Elm St', 'elm street'),
      unit: fc.constantFrom('', 'Apt 1', '#1'),
      city: fc.constantFrom('Troy', 'Troy NY', 'Utica'),
    })
    .map(({ number, street, unit, city }) =>
      read({ lines: [`${number} ${street} ${unit}, ${city}`], country: 'US' }),
    );
  /** The same address with one part of its canonical text replaced. */
  const altered = fc
    .tuple(home, fc.nat({ max: 13 }), fc.constantFrom('', 'troy', '7', 'n', 'elm'))
    .map(([value, at, text]) => {
      const fields = value.canonical.split('|');
      return addressKind.canonicalise({ lines: [fields.with(at, text).join('|')] });
    })
    .filter((result) => result.ok)
    .map(({ value }) => value);

  property.prop([fc.oneof(home, altered), fc.oneof(home, altered)], { numRuns: 300 })(
    'equal address keys are exactly one address',
    (left, right) => {
      const [a, b] = [left, right].map((value) => keyOf(value, 'address'));
      fc.pre(a !== undefined && a === b);
      expect(addressKind.compare(left, right)).toMatchObject({ level: 'exact', same: true });
    },
  );
});
