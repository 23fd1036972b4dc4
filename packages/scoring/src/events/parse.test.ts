import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { domainEvent } from '../../../../test/support/event-arbitraries.ts';
import { isRecord } from './codecs/record.ts';
import { EVENT_TYPES } from './event.ts';
import { parseEvent, parseEventLine } from './parse.ts';
import { printEvent } from './print.ts';

const at = '2025-01-31T12:00:00Z';
const instant = 1_738_324_800_000;
const seen = { id: 'e1', type: 'account.observed', at, accountId: 'a1' };

describe('the least an event states', () => {
  const LEAST = {
    'account.observed': { accountId: 'a1', ip: '192.0.2.1' },
    'referral.attributed': { referralId: 'r', programmeId: 'p', referrerId: 'a', refereeId: 'b' },
    'order.updated': { orderId: 'o', accountId: 'a', status: 'created' },
    'reward.accrued': {
      rewardId: 'w',
      programmeId: 'p',
      referralId: 'r',
      beneficiaryId: 'a',
      side: 'referrer',
      channel: 'referral',
      kind: 'credit',
      amount: { minor: 0, currency: 'EUR' },
    },
    'reward.due': { rewardId: 'w' },
    'reward.paid': { rewardId: 'w' },
    'reward.reversed': { rewardId: 'w' },
    'label.recorded': { rewardId: 'w', label: 'fraud', by: 'ann' },
    'account.erased': { accountId: 'a' },
  };

  it.each(EVENT_TYPES)('%s', (type) => {
    const least = LEAST[type];
    const value = { id: 'e1', type, at: instant, ...least };
    expect(parseEvent({ id: 'e1', type, at, ...least })).toEqual({ ok: true, value });
    for (const gone of ['id', 'at', ...Object.keys(least)]) {
      const short = Object.fromEntries(
        Object.entries({ id: 'e1', type, at, ...least }).filter(([key]) => key !== gone),
      );
      expect(parseEvent(short), `without ${gone}`).toMatchObject({ ok: false });
    }
  });
});

describe('what is accepted', () => {
  it.each([
    {
      note: 'confidence bare',
      given: { device: { visitorId: 'v', confidence: 0.5 } },
    },
    {
      note: 'confidence as the agent wraps it',
      given: { device: { visitorId: 'v', confidence: { score: 0.5, comment: 'upgrade' } } },
    },
    {
      note: 'duration and error of a component are dropped',
      given: { device: { components: { a: { value: [1], duration: 3 }, b: { error: {} } } } },
      kept: { device: { components: { a: { value: [1] }, b: {} } } },
    },
    {
      note: 'a component may be null',
      given: { device: { components: { a: { value: null } } } },
    },
    {
      note: 'six levels of a component',
      given: { device: { components: { a: { value: [[[[[1]]]]] } } } },
    },
    {
      note: 'a blank second line',
      given: { address: { lines: ['1 Main St', ''] } },
    },
    {
      note: 'undefined is absent',
      given: { email: undefined, ip: '192.0.2.1' },
      kept: { ip: '192.0.2.1' },
    },
    {
      note: 'minus zero is zero',
      given: { device: { components: { a: { value: -0 } }, confidence: -0 } },
      kept: { device: { components: { a: { value: 0 } }, confidence: 0 } },
    },
    {
      note: 'long numbers of phones and devices, valid or not',
      given: {
        phone: { number: '4242 4242 4242 4242' },
        device: {
          visitorId: '4242424242424242',
          installationId: '4242424242424242',
          components: { a: { value: '4242424242424242' } },
        },
      },
    },
    {
      note: 'sixteen digits that fail the check',
      given: { payment: { kind: 'wallet', fingerprint: '4242424242424241' } },
    },
  ])('$note', ({ given, kept = given }) => {
    const parsed = parseEvent({ ...seen, ...given });
    expect(parsed).toStrictEqual({ ok: true, value: { ...seen, at: instant, ...kept } });
  });
});

describe('a value that is no plain JSON', () => {
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  it.each([
    { note: 'a cycle', value: cyclic },
    { note: 'a function', value: () => 1 },
    { note: 'a number no JSON has', value: Number.NaN },
    { note: 'more than an event holds', value: Array.from({ length: 70_000 }, () => 1) },
    { note: 'a text longer than an event', value: 'x'.repeat(70_000) },
  ])('$note is refused', ({ value }) => {
    const parsed = parseEvent({ ...seen, device: { components: { a: { value } } } });
    expect(parsed.ok).toBe(false);
  });

  it('keeps no part of the value it was given', () => {
    const value = { list: [1] };
    const parsed = parseEvent({ ...seen, device: { components: { a: { value } } } });
    value.list.push(2);
    expect(parsed).toMatchObject({
      value: { device: { components: { a: { value: { list: [1] } } } } },
    });
  });

  it('says at most 32 things', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`key${n}`, n]));
    const parsed = parseEvent({ ...seen, ...many });
    expect(parsed.ok ? 0 : parsed.problems.length).toBe(32);
  });
});

describe('laws', () => {
  /** A number that passes the Luhn check, by trying its last digit. */
  const cardNumber = fc
    .tuple(fc.stringMatching(/^[1-9]\d{11,17}$/), fc.constantFrom('', ' ', '-'))
    .map(([digits, separator]) => {
      const whole = Array.from({ length: 10 }, (_, last) => `${digits}${last}`).find(luhn) ?? '';
      return { whole, written: whole.match(/.{1,4}/g)?.join(separator) ?? '' };
    });

  test.prop([domainEvent, cardNumber, fc.nat()])(
    'a card number in the place of any text is refused, and no problem shows it',
    (event, { whole, written }, pick) => {
      const json = printEvent(event);
      const texts = placesOf(json).filter(({ path }) => !/^\/(?:phone|device)/.test(path));
      const place = texts[pick % texts.length];
      place?.put(written);
      const parsed = parseEvent(json);
      expect(parsed.ok, place?.path).toBe(false);
      expect(JSON.stringify(parsed).replaceAll(/[\s-]/g, '')).not.toContain(whole);
    },
  );

  test.prop([domainEvent, fc.string()])(
    'an unknown key is named, whatever it is',
    (event, name) => {
      const json = printEvent(event);
      const key = `x${name}x`;
      const parsed = parseEvent({ ...(isRecord(json) ? json : {}), [key]: 1 });
      const path = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      expect(parsed).toMatchObject({
        ok: false,
        problems: [{ code: 'event_unknown_key', at: { path } }],
      });
    },
  );

  test.prop([fc.jsonValue(), fc.string()])('no value throws', (value, text) => {
    for (const type of EVENT_TYPES) parseEvent({ ...seen, type, device: value, person: value });
    parseEvent(value);
    expect(parseEventLine(text, 1).ok).toBe(false);
  });
});

function luhn(digits: string): boolean {
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, place) => {
      const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (weighted > 9 ? weighted - 9 : weighted);
    }, 0);
  return sum % 10 === 0;
}

interface TextPlace {
  readonly path: string;
  readonly put: (text: string) => void;
}

/** Every place of a JSON value that holds a text. */
function placesOf(value: unknown, path = ''): readonly TextPlace[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]: [string, unknown]) => {
    const here = `${path}/${key}`;
    if (typeof held === 'string') {
      return [{ path: here, put: (text: string) => void Object.assign(value, { [key]: text }) }];
    }
    return placesOf(held, here);
  });
}
