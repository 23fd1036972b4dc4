import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { nameKind, type NameRaw, type PersonName } from './index.ts';

function read(raw: NameRaw): PersonName {
  const result = nameKind.canonicalise(raw);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const compare = (left: string, right: string): unknown =>
  nameKind.compare(read({ fullName: left }), read({ fullName: right }));

test.each([
  ['Jan Kowalski', 'Kowalski Jan', 'order'],
  ['Mayer, Otto', 'Otto Mayer', 'comma'],
  ['Dr. Otto Mayer', 'Otto Mayer', 'title'],
  ['Jürgen Groß', 'Jurgen Gross', 'accents'],
  ['Jürgen Müller', 'Juergen Mueller', 'German ue'],
  ['Mary Ann Porter', 'Maryann Porter', 'glued'],
  ['Ana María López García', 'Ana Maria Lopez', 'second surname left out'],
  ['Peter van der Berg', 'Peter Berg', 'particles'],
  ['Robert Hale', 'Bob Hale', 'English short form'],
  ['Aleksandr Orlov', 'Sasha Orlov', 'Russian short form'],
  ['Francisco Ruiz', 'Paco Ruiz', 'Spanish short form'],
  ['Johannes Vogt', 'Hans Vogt', 'German short form'],
  ['Kimberleigh Stone', 'Kim Stone', 'short form by rule'],
  ['Abd al-Rahman Nasser', 'Abdulrahman Nasser', 'servant-of name'],
  ['Mohammed Saleh', 'Muhammad Saleh', 'romanisation'],
  ['Yuliya Shevchuk', 'Julia Schewtschuk', 'German and English romanisation'],
  ['Юлия Шевчук', 'Yulia Shevchuk', 'Cyrillic'],
  ['Γεωργία Παπαδοπούλου', 'Georgia Papadopoulou', 'Greek'],
  ['김 민수', '김민수', 'Hangul with a space'],
  ['Margaret Thornbury', 'Margaret Thornbuy', 'missing letter'],
])('%s = %s (%s)', (left, right) => {
  expect(compare(left, right)).toMatchObject({ level: 'full', same: true });
});

test.each([
  ['Otto Mayer', 'Otto Winter', 'given', 'other surname'],
  ['Otto Mayer', 'Karl Mayer', 'surname', 'other given name'],
  ['Eleanor Price', 'Eleazar Price', 'surname', 'given names written alike'],
  ['Marina Price', 'Martina Price', 'surname', 'two listed names are no slip'],
  ['Anna Maria Price', 'Anna Sofia Price', 'surname', 'other middle name'],
  ['Otto Mayer', 'Ines Duarte', 'none', 'nothing'],
  ['王伟', '王芳', 'none', 'Han characters decide'],
  ['Otto', 'Otto Karl Mayer', 'none', 'one word is too little'],
])('%s ≠ %s: %s (%s)', (left, right, level) => {
  expect(compare(left, right)).toMatchObject({ same: false, level });
});

test('an initial fits its name and no other', () => {
  expect(compare('O. Mayer', 'Otto Mayer')).toMatchObject({ level: 'initial', same: true });
  expect(compare('K. Mayer', 'Otto Mayer')).toMatchObject({ level: 'surname', same: false });
});

test('a birth date decides between namesakes', () => {
  const [older, younger, again] = ['1961-04-02', '1990-11-30', '02.04.1961'].map((birthDate) =>
    read({ fullName: 'Otto Mayer', birthDate }),
  );
  if (older === undefined || younger === undefined || again === undefined)
    throw new Error('three names expected');
  expect(nameKind.compare(older, younger)).toMatchObject({ level: 'surname', same: false });
  expect(nameKind.compare(older, again)).toMatchObject({ level: 'full', same: true });
});

test('parts that are not both there cannot be compared', () => {
  expect(
    nameKind.compare(read({ givenName: 'Otto' }), read({ familyName: 'Mayer' })),
  ).toMatchObject({ level: 'unknown', same: false });
});

test('keys: the whole name in any order, and the surname with its particles', () => {
  expect(nameKind.keys(read({ fullName: 'Kowalski, Jan' }))).toEqual([
    { type: 'name', value: 'jan kowalski' },
    { type: 'surname', value: 'kowalski' },
  ]);
});

test.each(['', '  ', '…', '!?'])('%j is refused', (fullName) => {
  const refused = nameKind.canonicalise({ fullName });
  expect(refused.ok ? refused.value : refused.problem.code).toBe('identity_name_unreadable');
});

test('the mask shows initials only', () => {
  expect(nameKind.mask(read({ fullName: 'Otto Mayer' }))).toBe('O• M•');
});

describe('laws', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'Otto',
      'Mayer',
      'van',
      'der',
      'Berg',
      'J',
      'al',
      'Юлия',
      '王伟',
      'Bob',
      'Robert',
      'Jr',
      'Kim',
      'O’Hara',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  );
  const name = fc
    .array(part, { minLength: 1, maxLength: 4 })
    .map((parts) => nameKind.canonicalise({ fullName: parts.join(' ') }))
    .filter((result) => result.ok)
    .map(({ value }) => value);

  property.prop([name])('canonicalising twice changes nothing', ({ canonical }) => {
    expect(read({ fullName: canonical }).canonical).toBe(canonical);
  });

  property.prop([name])('a name is the same as itself', (value) => {
    expect(nameKind.compare(value, value)).toMatchObject({ same: true });
  });

  property.prop([name, name])('sameness is symmetric', (left, right) => {
    const [forth, back] = [nameKind.compare(left, right), nameKind.compare(right, left)];
    expect({ ...forth, why: [] }).toEqual({ ...back, why: [] });
  });
});
