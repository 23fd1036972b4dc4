import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { accountObserved } from '../../../../test/support/event-arbitraries.ts';
import type { AccountObserved } from '../events/event.ts';
import { compareEvents } from '../events/fold-order.ts';
import { foldProfile, mayHaveLetGo } from './fold-profile.ts';
import type { Profile } from './profile.ts';

type Fields = Partial<Omit<AccountObserved, 'id' | 'type' | 'accountId'>>;

/** The profile of an account observed at 1, 2, 3 …, where a row does not say when. */
function profileOf(...rows: readonly [Fields, ...Fields[]]): Profile {
  const [first, ...rest] = rows.map((fields, index): AccountObserved => {
    const id = `e${index}`;
    return { id, type: 'account.observed', at: index + 1, accountId: 'a1', ...fields };
  });
  if (first === undefined) throw new Error('no observation');
  return rest.reduce(foldProfile, foldProfile(undefined, first));
}

describe('an account that is observed', () => {
  it.each([
    {
      note: 'the first time: created when first seen',
      rows: [{ ip: 'x' }],
      profile: { accountId: 'a1', createdAt: 1, lastSeenAt: 1, roles: [], emails: [] },
    },
    {
      note: 'the host knows better when it was created, also later',
      rows: [{ ip: 'x' }, { createdAt: -5 }, { ip: 'x' }],
      profile: { createdAt: -5, lastSeenAt: 3 },
    },
    {
      note: 'the roles last stated stand, each once',
      rows: [{ roles: ['employee'] }, { roles: ['customer', 'customer', 'partner'] }, { ip: 'x' }],
      profile: { roles: ['customer', 'partner'] },
    },
    {
      note: 'status and organisation last stated stand',
      rows: [{ status: 'new', organisationId: 'o1' }, { status: 'active' }, { ip: 'x' }],
      profile: { status: 'active', organisationId: 'o1' },
    },
    {
      note: 'a value written alike is one entry',
      rows: [{ email: 'a@x' }, { email: 'b@x' }, { email: 'a@x' }],
      profile: {
        emails: [
          { value: 'a@x', firstAt: 1, lastAt: 3 },
          { value: 'b@x', firstAt: 2, lastAt: 2 },
        ],
      },
    },
    {
      note: 'a value written otherwise is another, whatever it means',
      rows: [{ email: 'a@x' }, { email: 'A@x' }],
      profile: { emails: [{ value: 'a@x' }, { value: 'A@x' }] },
    },
    {
      note: 'the order of keys makes no other value',
      rows: [
        { address: { lines: ['1', ''], city: 'c' } },
        { address: { city: 'c', lines: ['1', ''] } },
        { address: { city: 'c', lines: ['1'] } },
      ],
      profile: {
        addresses: [
          { value: { lines: ['1', ''] }, firstAt: 1, lastAt: 2 },
          { value: { lines: ['1'] }, firstAt: 3 },
        ],
      },
    },
    {
      note: 'a verdict stays with its address and adds up',
      rows: [
        { ip: 'x', network: { vpn: true } },
        { ip: 'y' },
        { ip: 'x', network: { tor: false } },
        { network: { vpn: false } },
      ],
      profile: {
        ips: [
          { value: 'x', firstAt: 1, lastAt: 3, network: { vpn: true, tor: false } },
          { value: 'y', firstAt: 2, lastAt: 2 },
        ],
      },
    },
  ] satisfies readonly { note: string; rows: [Fields, ...Fields[]]; profile: unknown }[])(
    '$note',
    ({ rows: [first, ...rest], profile }) => {
      expect(profileOf(first, ...rest)).toMatchObject(profile);
    },
  );

  it('has eight values of a kind, and loses the one unseen for longest', () => {
    const emails = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'a', 'i'];
    const profile = profileOf(
      { email: 'a' },
      ...emails.map((email, index) => ({ email, at: index + 2 })),
    );
    expect(profile.emails.map(({ value }) => value).join('')).toBe('acdefghi');
  });

  it('has sixteen addresses it came from', () => {
    const ips = Array.from({ length: 20 }, (_, n) => ({ ip: `192.0.2.${n}` }));
    const profile = profileOf({ ip: 'first' }, ...ips);
    expect(profile.ips.map(({ value }) => value)).toEqual(ips.slice(-16).map(({ ip }) => ip));
  });
});

const hardware = (cores: number): Record<string, { readonly value: unknown }> => ({
  platform: { value: 'MacIntel' },
  hardwareConcurrency: { value: cores },
  deviceMemory: { value: 8 },
  screenResolution: { value: [1440, 900] },
});

describe('a device', () => {
  const components = { fonts: { value: ['Arial'] } };
  it.each([
    {
      note: 'with our id is itself, whatever the agent calls it',
      rows: [
        { device: { installationId: 'i', visitorId: 'v1' } },
        { device: { installationId: 'i', visitorId: 'v2' } },
      ],
      devices: [
        {
          value: { installationId: 'i', visitorId: 'v2' },
          firstAt: 1,
          lastAt: 2,
          sightings: [1, 2],
        },
      ],
    },
    {
      note: 'with another id of ours is another, though the agent says the same',
      rows: [
        { device: { installationId: 'i', visitorId: 'v' } },
        { device: { installationId: 'j', visitorId: 'v' } },
        { device: { visitorId: 'v' } },
      ],
      devices: [{ sightings: [1] }, { sightings: [2] }, { sightings: [3] }],
    },
    {
      note: 'without our id goes by the agent',
      rows: [
        { device: { visitorId: 'v', components } },
        { device: { visitorId: 'v', components: {} } },
        { device: { components } },
      ],
      devices: [{ value: { visitorId: 'v', components: {} }, lastAt: 2 }, { firstAt: 3 }],
    },
    {
      note: 'without any id is what was observed of it',
      rows: [
        { device: { components } },
        { device: { components: { fonts: { value: ['Arial'] } } } },
        { device: { components: { fonts: { value: ['Roboto'] } } } },
      ],
      devices: [{ sightings: [1, 2] }, { sightings: [3] }],
    },
    {
      note: 'keeps what a newer snapshot does not state',
      rows: [
        { device: { visitorId: 'v', version: '5.0.0', components } },
        { device: { visitorId: 'v', confidence: 1 } },
      ],
      devices: [{ value: { visitorId: 'v', version: '5.0.0', components, confidence: 1 } }],
    },
  ] satisfies readonly { note: string; rows: [Fields, ...Fields[]]; devices: unknown }[])(
    '$note',
    ({ rows: [first, ...rest], devices }) => {
      expect(profileOf(first, ...rest)).toMatchObject({ devices });
    },
  );

  it.each<readonly [string, boolean, readonly Fields[]]>([
    ['seen once', false, [{ device: { visitorId: 'v' } }]],
    [
      'seen alike',
      false,
      [{ device: { visitorId: 'v', components } }, { device: { visitorId: 'v' } }],
    ],
    [
      'by other names',
      false,
      ['v1', 'v2', 'v1', 'v3'].map((visitorId) => ({ device: { installationId: 'i', visitorId } })),
    ],
    [
      'by more names than are kept',
      true,
      Array.from({ length: 10 }, (__, n) => ({
        device: { installationId: 'i', visitorId: `v${n}` },
      })),
    ],
    [
      'without what its name goes by',
      true,
      [{ device: { visitorId: 'v1', version: '5.1' } }, { device: { visitorId: 'v1' } }],
    ],
    [
      'without a name after it had two',
      true,
      [
        { device: { installationId: 'i', visitorId: 'v1' } },
        { device: { installationId: 'i', visitorId: 'v2' } },
        { device: { installationId: 'i' } },
      ],
    ],
    [
      'with more of its parts',
      false,
      [{ device: { visitorId: 'v' } }, { device: { visitorId: 'v', components } }],
    ],
    [
      'with other parts',
      true,
      [
        { device: { visitorId: 'v', components: hardware(8) } },
        { device: { visitorId: 'v', components: hardware(4) } },
      ],
    ],
  ])('%s: what it showed may be forgotten: %s', (_, forgotten, [first = {}, ...rest]) => {
    expect(mayHaveLetGo(profileOf(first, ...rest))).toBe(forgotten);
  });

  it('has its latest sixteen sightings', () => {
    const device = { installationId: 'i' };
    const [kept] = profileOf({ device }, ...Array.from({ length: 20 }, () => ({ device }))).devices;
    expect(kept).toMatchObject({ firstAt: 1, lastAt: 21 });
    expect(kept?.sightings).toEqual(Array.from({ length: 16 }, (_, n) => n + 6));
  });
});

const inOrder = (events: readonly AccountObserved[]) => events.toSorted(compareEvents);
const fold = (events: readonly AccountObserved[], from?: Profile) =>
  events.reduce<Profile | undefined>(foldProfile, from);

describe('laws', () => {
  const history = fc.array(accountObserved, { minLength: 1, maxLength: 30 });
  test.prop([history])('recording an event twice changes nothing', (events) => {
    const twice = inOrder(events).flatMap((event) => [event, event]);
    expect(fold(twice)).toEqual(fold(inOrder(events)));
  });

  test.prop([history])('folding never changes the profile it was given', (events) => {
    const [last, ...before] = inOrder(events).toReversed();
    const profile = fold(before.toReversed());
    const copy = structuredClone(profile);
    if (last !== undefined) foldProfile(profile, last);
    expect(profile).toEqual(copy);
  });

  test.prop([history])('every list stays bounded, in the order of first sight', (events) => {
    const profile = fold(inOrder(events));
    const { people = [], emails = [], devices = [], ips = [] } = profile ?? {};
    for (const list of [people, emails, devices, ips]) {
      expect(list.length).toBeLessThanOrEqual(list === ips ? 16 : 8);
      const firsts = list.map(({ firstAt }) => firstAt);
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }
  });
});
