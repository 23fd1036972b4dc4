import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readBirthDate } from './birth-date.ts';
import { comparePersons, readPersonRecord } from './index.ts';

const home = { address_1: '14 Quarry Lane', suburb: 'Millbrook', postcode: '4182' };
const otto = { given_name: 'Otto', surname: 'Mayer', date_of_birth: '19610402', ...home };

test.each([
  { change: {}, same: true, note: 'the same record' },
  { change: { given_name: 'Mayer', surname: 'Otto' }, same: true, note: 'names swapped' },
  { change: { date_of_birth: '19610204' }, same: true, note: 'day and month exchanged' },
  { change: { surname: 'Mayr', postcode: '4128' }, same: true, note: 'slips in two fields' },
  {
    change: { address_1: '3 Ferry Road', suburb: 'Easton', postcode: '9001' },
    same: true,
    note: 'moved house',
  },
  { change: { surname: 'Winter' }, same: true, note: 'married' },
  { change: { given_name: 'Ines', date_of_birth: '19640930' }, same: false, note: 'spouse' },
  {
    change: { given_name: 'Ines', date_of_birth: undefined },
    same: false,
    note: 'household of unknown birth dates',
  },
  {
    change: {
      date_of_birth: '19881201',
      address_1: '3 Ferry Road',
      suburb: 'Easton',
      postcode: '9001',
    },
    same: false,
    note: 'namesake',
  },
  {
    change: { given_name: 'Ines', surname: 'Duarte', date_of_birth: '19770113' },
    same: false,
    note: 'later tenant',
  },
])('$note', ({ change, same }) => {
  const pair = [otto, { ...otto, ...change }].map(readPersonRecord);
  const [left = {}, right = {}] = pair;
  expect(comparePersons(left, right)).toMatchObject({ same });
});

test('a role mailbox is shared by colleagues', () => {
  const pair = ['Otto Mayer', 'Ines Duarte'].map((name) =>
    readPersonRecord({ name, email: 'info@quarry-lane.com' }),
  );
  const [left = {}, right = {}] = pair;
  expect(comparePersons(left, right).same).toBe(false);
});

test('records without a field in common are unknown', () => {
  expect(
    comparePersons(
      readPersonRecord({ email: 'otto@example.org' }),
      readPersonRecord({ surname: 'Mayer' }),
    ).level,
  ).toBe('unknown');
});

test('an account in the event contract’s shape and a flat record read alike', () => {
  const account = {
    person: { givenName: 'Otto', familyName: 'Mayer', birthDate: '1961-04-02' },
    phone: { number: '030 123456', region: 'DE' },
    address: { lines: ['14 Quarry Lane'], city: 'Millbrook', postalCode: '4182' },
    device: { visitorId: 'x' },
  };
  expect(readPersonRecord(account)).toEqual(
    readPersonRecord({ ...otto, phone: '030 123456', phoneRegion: 'DE' }),
  );
});

test.each([null, 7, 'Otto', [], {}])('%j tells of nobody', (value) => {
  expect(readPersonRecord(value)).toEqual({});
});

test.each<readonly [string, string | undefined, string]>([
  ['1961-04-02', '1961-04-02', 'ISO 8601'],
  ['19610402', '1961-04-02', 'basic ISO 8601'],
  ['4/2/61', '1961-04-02', 'month first'],
  ['25/4/1961', '1961-04-25', 'day first where only that is a date'],
  ['2.4.1961', '1961-04-02', 'German'],
  ['2-Apr-61', '1961-04-02', 'named month'],
  ['April 2, 1961', '1961-04-02', 'American prose'],
  ['3/7/08', '2008-03-07', 'a short year of this century'],
  ['1961-13-40', undefined, 'no date'],
  ['soon', undefined, 'no date'],
])('%s is %s (%s)', (written, date) => {
  expect(readBirthDate(written)).toBe(date);
});

const maybe = (...values: string[]): fc.Arbitrary<string | undefined> =>
  fc.constantFrom(undefined, ...values);

describe('laws', () => {
  const record = fc
    .record({
      given_name: maybe('Otto', 'Ines', 'Mayer'),
      surname: maybe('Mayer', 'Mayr', 'Otto'),
      dob: maybe('1961-04-02', '1990-11-30'),
      email: maybe('otto@example.org', 'ines@example.org'),
      address: maybe(
        '14 Quarry Lane, Millbrook',
        '14 Quarry Ln Apt 2, Millbrook',
        '9 Ferry Road, Easton',
      ),
    })
    .map(readPersonRecord);

  property.prop([record, record])('sameness is symmetric', (left, right) => {
    const [forth, back] = [comparePersons(left, right), comparePersons(right, left)];
    expect({ ...forth, why: [] }).toEqual({ ...back, why: [] });
  });

  property.prop([record, record])('a missing field says nothing', (left, right) => {
    const bare = { ...left };
    delete bare.email;
    const without = { ...right };
    delete without.email;
    expect(comparePersons(bare, right)).toEqual(comparePersons(bare, without));
  });
});
