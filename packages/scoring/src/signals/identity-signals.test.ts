import { describe, expect, it, test } from 'vitest';
import { ago, sceneOf, type SceneParts, type Seen } from '../../../../test/support/scenes.ts';
import { shows } from '../../../../test/support/signal-rows.ts';
import { address } from './address.ts';
import { email } from './email.ts';
import { name } from './name.ts';
import { payment } from './payment.ts';
import { phone } from './phone.ts';

const at = (line: string, postalCode = '20095'): Seen => ({
  address: { lines: [line], city: 'Hamburg', postalCode, country: 'DE' },
});

shows(address, [
  { note: 'one home', referrer: at('Lange Reihe 7'), referee: at('Lange Reihe 7'), level: 'exact' },
  {
    note: 'one building, another flat',
    referrer: at('Lange Reihe 7, Wohnung 2'),
    referee: at('Lange Reihe 7, Wohnung 5'),
    level: 'building',
  },
  { note: 'next door', referrer: at('Lange Reihe 7'), referee: at('Lange Reihe 9'), level: 'none' },
  {
    note: 'any two homes: once they lived together',
    referrer: [at('Marktplatz 1'), at('Lange Reihe 7')],
    referee: [at('Lange Reihe 7'), at('Hafenweg 3')],
    level: 'exact',
  },
  { note: 'one side shows none', referrer: at('Lange Reihe 7'), referee: {}, level: 'missing' },
  {
    note: 'a street without a house is nobody’s home',
    referrer: at('Lange Reihe'),
    referee: at('Lange Reihe'),
    level: 'missing',
  },
]);

const called = (givenName: string, familyName?: string): Seen => ({
  person: { givenName, ...(familyName === undefined ? {} : { familyName }) },
});

shows(name, [
  {
    note: 'one name',
    referrer: called('Ann', 'Petrov'),
    referee: called('Ann', 'Petrov'),
    level: 'full',
  },
  {
    note: 'one family',
    referrer: called('Ann', 'Petrov'),
    referee: called('Bo', 'Petrov'),
    level: 'surname',
  },
  {
    note: 'an initial that fits is at least one family',
    referrer: called('Ann', 'Petrov'),
    referee: called('A.', 'Petrov'),
    level: 'surname',
  },
  {
    note: 'strangers',
    referrer: called('Ann', 'Petrov'),
    referee: called('Bo', 'Lund'),
    level: 'none',
  },
  { note: 'one side shows none', referrer: called('Ann', 'Petrov'), referee: {}, level: 'missing' },
]);

const card = (fingerprint: string, face?: object): Seen => ({
  payment: { kind: 'card', fingerprint, provider: 'stripe', ...face },
});
const FACE = { bin: '424242', last4: '1881', expiry: '09/31' };

shows(payment, [
  { note: 'one card', referrer: card('fp1'), referee: card('fp1'), level: 'exact' },
  {
    note: 'one face, two fingerprints',
    referrer: card('fp1', FACE),
    referee: card('fp2', FACE),
    level: 'likely',
  },
  { note: 'two cards', referrer: card('fp1'), referee: card('fp2'), level: 'none' },
  {
    note: 'any two: the card she used before is his now',
    referrer: [card('fp1'), card('fp2')],
    referee: [card('fp3'), card('fp1')],
    level: 'exact',
  },
  { note: 'one side shows none', referrer: card('fp1'), referee: {}, level: 'missing' },
]);

const reached = (days: number, number: string): Seen => ({ at: ago(days), phone: { number } });

shows(phone, [
  {
    note: 'one number',
    referrer: reached(9, '+4930901820'),
    referee: reached(9, '+49 30 901820'),
    level: 'exact',
  },
  {
    note: 'one number, handed on after a year',
    referrer: reached(500, '+4930901820'),
    referee: reached(9, '+4930901820'),
    level: 'recycled',
  },
  {
    note: 'two numbers',
    referrer: reached(9, '+4930901820'),
    referee: reached(9, '+4930901821'),
    level: 'none',
  },
  {
    note: 'equal digits without a country are no number',
    referrer: reached(9, '901820'),
    referee: reached(9, '901820'),
    level: 'missing',
  },
]);

const mail = (written: string): Seen => ({ email: written });

shows(email, [
  {
    note: 'dots and a tag',
    referrer: mail('ann.lee@gmail.com'),
    referee: mail('annlee+x@gmail.com'),
    level: 'exact',
  },
  {
    note: 'a tag where tags are a guess',
    referrer: mail('ann@acme-lund.com'),
    referee: mail('ann+trip@acme-lund.com'),
    level: 'probable',
  },
  {
    note: 'made to look alike',
    referrer: mail('ann.lee@gmail.com'),
    referee: mail('аnn.lee@gmail.com'),
    level: 'lookalike',
  },
  {
    note: 'a slip in the domain is as telling as a tag',
    referrer: mail('petrov.ann@gmail.com'),
    referee: mail('petrov.ann@gmial.com'),
    level: 'probable',
  },
  {
    note: 'other digits',
    referrer: mail('petrov.ann1@web.de'),
    referee: mail('petrov.ann77@web.de'),
    level: 'base',
  },
  {
    note: 'one private domain',
    referrer: mail('ann@acme-lund.com'),
    referee: mail('bo@acme-lund.com'),
    level: 'domain',
  },
  {
    note: 'one public domain',
    referrer: mail('ann@gmail.com'),
    referee: mail('bo@gmail.com'),
    level: 'none',
  },
  {
    note: 'a placeholder says nothing',
    referrer: mail('none@example.com'),
    referee: mail('none@example.com'),
    level: 'missing',
  },
]);

describe('a shared value', () => {
  const card1 = card('fp1');
  const sides: SceneParts = {
    referrer: [
      { ...card('fp0'), at: ago(40) },
      { ...card1, at: ago(30) },
    ],
    referee: card1,
  };
  const token = 'payment|card:stripe:fp1';

  test('is as common as the neighbourhood says, and is found again by when each side first showed it', () => {
    const holders = { [token]: { count: 7, matured: 4 } };
    expect(payment.observe(sceneOf({ ...sides, holders }))).toMatchObject({
      matured: 4,
      sharedBy: 7,
      referrerSince: ago(30),
      refereeSince: ago(20),
    });
  });

  it.each([
    { note: 'nobody the graph has seen yet: the pair itself', count: 0, sharedBy: 2 },
    { note: 'a sketch beyond the list', count: 5000.4, sharedBy: 128 },
    { note: 'a sketch between whole numbers', count: 31.6, sharedBy: 32 },
  ])('$note', ({ count, sharedBy }) => {
    const holders = { [token]: { count } };
    expect(payment.observe(sceneOf({ ...sides, holders }))).toMatchObject({ sharedBy });
  });

  test('in two spellings is as common as the commoner one', () => {
    const seen = name.observe(
      sceneOf({
        referrer: called('Ann', 'Petrov'),
        referee: called('Anne', 'Petrov'),
        holders: {
          'name|ann petrov': { count: 2, matured: 1 },
          'name|anne petrov': { count: 9, matured: 6 },
        },
      }),
    );
    expect(seen).toMatchObject({ level: 'full', matured: 6, sharedBy: 9 });
  });
});
