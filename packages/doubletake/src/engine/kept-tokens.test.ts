import { createHash } from 'node:crypto';
import {
  foldProfile,
  heldTokens,
  type AccountObserved,
  type GraphWrite,
  type Profile,
} from '@doubletake/scoring';
import { describe, expect, test } from 'vitest';
import { keyedHashing, passingHashing } from '../hashing.ts';
import { readAs, tokensToKeep } from './kept-tokens.ts';

const secret = Buffer.alloc(32, 7);
const HASHING = keyedHashing({ current: { kid: 'p1', secret }, accounts: secret });

/** Some of every kind of identifier, written as hosts write them. */
const SEEN: readonly Partial<AccountObserved>[] = [
  {
    email: 'Ann.Miller+shop@googlemail.com',
    phone: { number: '030 901820', region: 'DE' },
    address: {
      lines: ['Große Straße 12a, 2. OG'],
      postalCode: '10115',
      city: 'Berlin',
      country: 'DE',
    },
    person: { givenName: 'Änne', familyName: 'Müller-Lüdenscheidt' },
    payment: { kind: 'iban', fingerprint: 'DE89 3704 0044 0532 0130 00' },
    ip: '81.2.69.160',
  },
  {
    email: 'BOB@gmx.de',
    phone: { number: '+44 20 7946 0958' },
    address: {
      lines: ['Flat 3', '221B Baker St'],
      postalCode: 'nw1 6xe',
      city: 'London',
      country: 'GB',
    },
    person: { fullName: 'Robert O’Neil' },
    payment: { kind: 'card', fingerprint: 'fp_1a2b3c', provider: 'acme', last4: '4242' },
    ip: '2a02:8108:1:2:3:4:5:6',
  },
  {
    email: 'carla@mailinator.com',
    phone: { number: '(202) 555-0143', region: 'US' },
    address: { lines: ['1600 Pennsylvania Avenue NW, Washington, DC 20500'], country: 'US' },
    device: { installationId: '0f0e0d0c-0b0a-4900-8807-060504030201', visitorId: 'a1b2c3d4e5f6' },
    ip: '81.2.69.7',
  },
];

function profileOf(nth: number): Profile {
  const event = (seen: Partial<AccountObserved>): AccountObserved => ({
    id: `e${nth}`,
    type: 'account.observed',
    at: 1_700_000_000_000 + nth,
    accountId: `a${nth}`,
    ...seen,
  });
  return foldProfile(undefined, event(SEEN[nth] ?? {}));
}

/** What the profiles above are read as. Where another comes out, a version of `readAs` is due, and a row for it. */
const READ: Readonly<Record<string, string>> = {
  '1 1 p1': '1ffc7d0670417d80053d70d6d4215011cb4fcec98f0b345db3f33c76baf38bd6',
};

describe('what a profile was read as', () => {
  test('is another only under another version', () => {
    const tokens = SEEN.map((_, nth) => heldTokens(profileOf(nth), HASHING.tokenise));
    expect(tokens.every((held) => held.length > 3)).toBe(true);
    const digest = createHash('sha256').update(JSON.stringify(tokens)).digest('hex');
    expect({ [readAs(HASHING) ?? '']: digest }).toEqual(READ);
  });

  test('hangs on the keys and their order', () => {
    const older = [{ kid: 'p0', secret }];
    const both = keyedHashing({ current: { kid: 'p1', secret }, older, accounts: secret });
    expect(readAs(both)).toBe('1 1 p1 p0');
  });

  const profile = profileOf(0);
  const stamp = Buffer.from('stamp');
  const step = (of: Profile, alone?: readonly string[]): Parameters<typeof tokensToKeep> => {
    const tokens = heldTokens(of, HASHING.tokenise);
    const account = HASHING.accountRef(of.accountId);
    const writes: readonly GraphWrite[] = [{ kind: 'account', account, tokens }];
    const batch = { accounts: [{ profile: of, stamp }], referrals: [], unlinked: [], erased: [] };
    return [{ batch, ...(alone ? { alone: { restated: alone } } : {}) }, writes, HASHING];
  };
  /** One that may have let go of a value, as its history alone could tell. */
  const full = (): Profile => {
    const emails = Array.from({ length: 64 }, () => ({ value: 'a@b.de', firstAt: 1, lastAt: 1 }));
    return { ...profileOf(0), emails };
  };

  test.for([
    { note: 'kept', of: () => profileOf(0), alone: [], kept: 1 },
    { note: 'kept where its history was read', of: full, alone: undefined, kept: 1 },
    {
      note: 'kept where what was told anew had its history read',
      of: full,
      alone: ['a0'],
      kept: 1,
    },
    { note: 'not kept where values it let go of are missing', of: full, alone: [], kept: 0 },
  ])('is $note', ({ of, alone, kept }) => {
    expect(tokensToKeep(...step(of(), alone))).toHaveLength(kept);
  });

  test('is kept once, for as long as the profile stays open', () => {
    expect(tokensToKeep(...step(profile))).toHaveLength(1);
    expect(tokensToKeep(...step(profile))).toEqual([]);
  });

  test('is not kept by a process whose tokens nobody else makes', () => {
    const [stretch, writes] = step(profileOf(1));
    expect(readAs(passingHashing())).toBeUndefined();
    expect(tokensToKeep(stretch, writes, passingHashing())).toEqual([]);
  });
});
