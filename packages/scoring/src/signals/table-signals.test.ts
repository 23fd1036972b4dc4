import { describe, expect, it, test } from 'vitest';
import {
  ago,
  NOW,
  orderOf,
  referralOf,
  sceneOf,
  type SceneParts,
  type Seen,
} from '../../../../test/support/scenes.ts';
import { age } from './age.ts';
import { anonymiser } from './anonymiser.ts';
import { cancel } from './cancel.ts';
import { chain } from './chain.ts';
import { disposable } from './disposable.ts';
import { interleave } from './interleave.ts';
import { latency } from './latency.ts';
import type { Signal } from './signal.ts';
import { value } from './value.ts';
import { voip } from './voip.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Row extends SceneParts {
  readonly note: string;
  /** The level seen; `missing` when there was nothing to look at. */
  readonly level: string;
}

function shows(signal: Signal, rows: readonly Row[]): void {
  describe(signal.name, () => {
    it.each(rows)('$note: $level', ({ level, ...parts }) => {
      const seen = signal.observe(sceneOf(parts));
      expect(seen.kind === 'table' ? seen.level : seen.kind).toBe(level);
    });
  });
}

const joined = (days: number): SceneParts => ({ referrer: { createdAt: ago(20 + days) } });

shows(age, [
  { note: 'the day before it referred', ...joined(1), level: 'under_3_days' },
  { note: 'three days before', ...joined(3), level: 'under_30_days' },
  { note: 'thirty days before', ...joined(30), level: 'older' },
  { note: 'nobody observed it', referrer: 'unknown', level: 'missing' },
]);

shows(chain, [
  { note: 'new, and itself referred', ...joined(5), aboveReferrer: ['eve'], level: 'yes' },
  { note: 'new, and came by itself', ...joined(5), level: 'no' },
  { note: 'referred long ago', ...joined(20), aboveReferrer: ['eve'], level: 'no' },
  { note: 'nobody observed it', referrer: 'unknown', aboveReferrer: ['eve'], level: 'missing' },
]);

const looked = (network: object): SceneParts => ({ referee: { ip: '81.2.69.142', network } });

shows(anonymiser, [
  { note: 'VPN', ...looked({ vpn: true }), level: 'yes' },
  { note: 'proxy', ...looked({ proxy: true }), level: 'yes' },
  { note: 'hosting', ...looked({ hosting: true }), level: 'yes' },
  { note: 'Tor', ...looked({ tor: true }), level: 'yes' },
  { note: 'a mobile network', ...looked({ mobile: true }), level: 'no' },
  { note: 'looked up and plain', ...looked({ vpn: false }), level: 'no' },
  {
    note: 'one of two addresses',
    referee: [
      { ip: '81.2.69.142', network: { vpn: false } },
      { ip: '81.2.70.1', network: { tor: true } },
    ],
    level: 'yes',
  },
  { note: 'never looked up', referee: { ip: '81.2.69.142' }, level: 'missing' },
  {
    note: 'only the referrer’s was',
    referrer: { ip: '81.2.69.142', network: { vpn: true } },
    level: 'missing',
  },
]);

const DOMAIN = 'email.domain|lund-travel.com';

shows(disposable, [
  { note: 'a throw-away mailbox', referee: { email: 'x7@mailinator.com' }, level: 'disposable' },
  { note: 'a public provider', referee: { email: 'bo@gmail.com' }, level: 'ordinary' },
  {
    note: 'a private domain of three accounts, none matured',
    referee: { email: 'bo@lund-travel.com' },
    holders: { [DOMAIN]: { count: 3, matured: 0 } },
    level: 'catch_all',
  },
  {
    note: 'a private domain of three accounts, one matured',
    referee: { email: 'bo@lund-travel.com' },
    holders: { [DOMAIN]: { count: 3, matured: 1 } },
    level: 'ordinary',
  },
  {
    note: 'a private domain of two accounts',
    referee: { email: 'bo@lund-travel.com' },
    holders: { [DOMAIN]: { count: 2, matured: 0 } },
    level: 'ordinary',
  },
  { note: 'no mailbox', level: 'missing' },
]);

shows(voip, [
  { note: 'a German landline', referee: { phone: { number: '+4930901820' } }, level: 'no' },
  {
    note: 'a French internet number',
    referee: { phone: { number: '+33972123456' } },
    level: 'yes',
  },
  {
    note: 'a number nobody was given',
    referee: { phone: { number: '+49999' } },
    level: 'unassigned',
  },
  { note: 'no phone', level: 'missing' },
]);

const priced = (minor: number, lowOrderMinor?: number): SceneParts => ({
  record: {
    order: orderOf({ amount: { minor, currency: 'EUR' } }),
    ...(lowOrderMinor === undefined ? {} : { lowOrderMinor }),
  },
});

shows(value, [
  { note: 'below the fifteenth hundredth', ...priced(4000, 5000), level: 'low' },
  { note: 'at it', ...priced(5000, 5000), level: 'low' },
  { note: 'above it', ...priced(5001, 5000), level: 'usual' },
  { note: 'too few orders to compare with', ...priced(1), level: 'missing' },
  { note: 'an order without an amount', record: { lowOrderMinor: 5000 }, level: 'missing' },
]);

shows(cancel, [
  { note: 'completed', record: { order: orderOf() }, level: 'no' },
  {
    note: 'refunded',
    record: { order: orderOf({ undoneAt: NOW, undoneBy: 'refunded' }) },
    level: 'yes',
  },
]);

test('cancel: no order', () => {
  const scene = sceneOf();
  const { order: _, ...record } = scene.record;
  expect(cancel.observe({ ...scene, record })).toMatchObject({ kind: 'missing' });
});

const clicked = (before: number, joinedAt = ago(20)): SceneParts => ({
  referee: { createdAt: joinedAt },
  record: { referral: referralOf({ clickedAt: ago(20) - before }) },
});

shows(latency, [
  { note: 'four minutes', ...clicked(4 * MINUTE), level: 'under_5_minutes' },
  { note: 'five minutes', ...clicked(5 * MINUTE), level: 'under_1_hour' },
  { note: 'one hour', ...clicked(HOUR), level: 'later' },
  {
    note: 'an old account counts from when it was linked',
    ...clicked(2 * MINUTE, ago(300)),
    level: 'under_5_minutes',
  },
  {
    note: 'an account made after the link counts from then',
    ...clicked(2 * MINUTE, ago(19)),
    level: 'later',
  },
  {
    note: 'an unknown referee counts from when it was linked',
    ...clicked(2 * MINUTE),
    referee: 'unknown',
    level: 'under_5_minutes',
  },
  { note: 'clicked after everything', ...clicked(-HOUR, ago(300)), level: 'missing' },
  { note: 'no click reported', level: 'missing' },
]);

const used = (installationId: string, ...minutes: readonly number[]): readonly Seen[] =>
  minutes.map((minute) => ({ at: NOW + minute * MINUTE, device: { installationId } }));

shows(interleave, [
  {
    note: 'twenty-nine minutes between them',
    referrer: used('i1', 0),
    referee: used('i1', 29),
    level: 'yes',
  },
  { note: 'thirty minutes', referrer: used('i1', 0), referee: used('i1', 30), level: 'no' },
  {
    note: 'in turns once among days',
    referrer: used('i1', 0, 9000),
    referee: used('i1', 4000, 9010),
    level: 'yes',
  },
  {
    note: 'two devices at one time',
    referrer: used('i1', 0),
    referee: used('i2', 0),
    level: 'missing',
  },
  { note: 'one side shows none', referrer: used('i1', 0), level: 'missing' },
]);
