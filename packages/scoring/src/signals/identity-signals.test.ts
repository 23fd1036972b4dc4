import { describe, expect, it, test } from 'vitest';
import { ago, sceneOf, type SceneParts, type Seen } from '../../../../test/support/scenes.ts';
import { address } from './address.ts';
import { device } from './device.ts';
import { email } from './email.ts';
import { ip } from './ip.ts';
import { name } from './name.ts';
import { payment } from './payment.ts';
import { phone } from './phone.ts';
import type { Signal } from './signal.ts';

interface Row {
  readonly note: string;
  readonly referrer: Seen | readonly Seen[];
  readonly referee: Seen | readonly Seen[];
  /** The level seen; `missing` when there was nothing to compare. */
  readonly level: string;
  readonly comparable?: readonly string[];
}

function shows(signal: Signal, rows: readonly Row[]): void {
  describe(signal.name, () => {
    it.each(rows)('$note: $level', ({ level, comparable, ...sides }) => {
      const seen = signal.observe(sceneOf(sides));
      expect(seen.kind === 'missing' ? 'missing' : seen.kind === 'identity' && seen.level).toBe(
        level,
      );
      if (comparable && seen.kind === 'identity') expect(seen.comparable).toEqual(comparable);
    });
  });
}

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

const from = (days: number, ip_: string, network?: Seen['network']): Seen => ({
  at: ago(days),
  ip: ip_,
  ...(network && { network }),
});
const HOME = '81.2.69.142';

shows(ip, [
  {
    note: 'one line within two days',
    referrer: from(20, HOME),
    referee: from(19, HOME),
    level: 'same_time',
  },
  {
    note: 'one line within sixty days',
    referrer: from(40, HOME),
    referee: from(10, HOME),
    level: 'same_line',
  },
  {
    note: 'one line, more than sixty days apart: another household’s by now',
    referrer: from(90, HOME),
    referee: from(10, HOME),
    level: 'missing',
  },
  {
    note: 'overlapping spans count as one time',
    referrer: [from(90, HOME), from(10, HOME)],
    referee: from(50, HOME),
    level: 'same_time',
  },
  { note: 'other lines', referrer: from(20, HOME), referee: from(20, '81.2.70.1'), level: 'none' },
  {
    note: 'a VPN’s address is nobody’s, equal or not',
    referrer: from(20, HOME),
    referee: from(20, HOME, { vpn: true }),
    level: 'missing',
  },
  {
    note: 'behind a VPN a difference says nothing either',
    referrer: from(20, HOME),
    referee: from(20, '81.2.70.1', { vpn: true }),
    level: 'missing',
  },
  {
    note: 'looked up and found plain',
    referrer: from(20, HOME),
    referee: from(20, HOME, { vpn: false, mobile: true }),
    level: 'same_time',
  },
  {
    note: 'a private address is in every home',
    referrer: from(20, '192.168.1.5'),
    referee: from(20, '192.168.1.5'),
    level: 'missing',
  },
]);

const COMPONENTS = {
  platform: { value: 'Win32' },
  webGlBasics: { value: { rendererUnmasked: 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060)' } },
  hardwareConcurrency: { value: 12 },
  deviceMemory: { value: 8 },
  touchSupport: { value: { maxTouchPoints: 0 } },
  screenResolution: { value: [2560, 1440] },
};
const on = (snapshot: NonNullable<Seen['device']>): Seen => ({ device: snapshot });

shows(device, [
  {
    note: 'one browser profile',
    referrer: on({ installationId: 'i1', visitorId: 'v1' }),
    referee: on({ installationId: 'i1', visitorId: 'v2' }),
    level: 'installation',
  },
  {
    note: 'one visitor id in two profiles',
    referrer: on({ installationId: 'i1', visitorId: 'v1' }),
    referee: on({ installationId: 'i2', visitorId: 'v1' }),
    level: 'visitor',
    comparable: ['installation', 'visitor'],
  },
  {
    note: 'one visitor id, the profile shown by one side only',
    referrer: on({ installationId: 'i1', visitorId: 'v1' }),
    referee: on({ visitorId: 'v1' }),
    level: 'visitor',
    comparable: ['visitor'],
  },
  {
    note: 'a second browser on the same machine',
    referrer: on({ visitorId: 'v1', components: COMPONENTS }),
    referee: on({ visitorId: 'v2', components: COMPONENTS }),
    level: 'hardware',
    comparable: ['visitor', 'hardware'],
  },
  {
    note: 'two devices',
    referrer: on({ visitorId: 'v1' }),
    referee: on({ visitorId: 'v2' }),
    level: 'none',
  },
  {
    note: 'visitor ids of two versions do not compare',
    referrer: on({ visitorId: 'v1', version: '5.1.0' }),
    referee: on({ visitorId: 'v1', version: '5.2.0' }),
    level: 'missing',
  },
  {
    note: 'one side shows what the other does not',
    referrer: on({ installationId: 'i1' }),
    referee: on({ visitorId: 'v1' }),
    level: 'missing',
  },
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
