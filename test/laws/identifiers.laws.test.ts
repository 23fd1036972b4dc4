import { KINDS, type IdentifierKind, type IdentifierTypes, type Kind } from '@doubletake/identity';
import type { AccountObserved } from '@doubletake/scoring';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { accountObserved } from '../support/event-arbitraries.ts';
import { smallWorld } from '../support/small-world.ts';

type Raw<Name extends IdentifierKind> = IdentifierTypes[Name]['raw'];
type Value<Name extends IdentifierKind> = IdentifierTypes[Name]['value'];

/** What an observation shows of a kind. */
const SHOWN: {
  readonly [Name in IdentifierKind]: (
    seen: Omit<AccountObserved, 'at' | 'createdAt'>,
  ) => Raw<Name> | undefined;
} = {
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  address: ({ address }) => address,
  name: ({ person }) => person,
  payment: ({ payment }) => payment,
  device: ({ device }) => device,
  ip: ({ ip }) => ip,
};

/** A canonical value written down again, where it can be: a device without ids is known by its components only. */
const WRITTEN: {
  readonly [Name in IdentifierKind]: (value: Value<Name>) => Raw<Name> | undefined;
} = {
  email: ({ canonical }) => canonical,
  phone: ({ canonical }) => ({ number: canonical }),
  address: ({ canonical }) => ({ lines: [canonical] }),
  name: ({ canonical }) => ({ fullName: canonical }),
  payment: ({ canonical, method }) => {
    const [first = '', ...rest] = canonical.slice(method.length + 1).split(':');
    return rest.length === 0
      ? { kind: method, fingerprint: first }
      : { kind: method, provider: first, fingerprint: rest.join(':') };
  },
  device: ({ installationId, visitorId, version = '' }) =>
    installationId === undefined && visitorId === undefined
      ? undefined
      : {
          ...(installationId === undefined ? {} : { installationId }),
          ...(visitorId === undefined ? {} : { visitorId }),
          version,
        },
  ip: ({ canonical }) => canonical,
};

/** What stays the same when a value is read again. */
const CANONICAL: { readonly [Name in IdentifierKind]: (value: Value<Name>) => unknown } = {
  email: ({ canonical }) => canonical,
  phone: ({ canonical }) => canonical,
  address: ({ canonical }) => canonical,
  name: ({ canonical }) => canonical,
  payment: ({ canonical }) => canonical,
  device: ({ installationId, visitorKey }) => [installationId, visitorKey],
  ip: ({ canonical }) => canonical,
};

/** Observations people make: of a made-up month, where values meet, and of anything the contract allows. */
const MONTH = smallWorld('identifiers').filter((event) => event.type === 'account.observed');
const observation = fc.oneof(fc.constantFrom(...MONTH), accountObserved);

function valueOf<Name extends IdentifierKind>(name: Name): fc.Arbitrary<Value<Name>> {
  const kind: Kind<Raw<Name>, Value<Name>> = KINDS[name];
  return observation
    .map((seen) => {
      const raw = SHOWN[name](seen);
      return raw === undefined ? undefined : kind.canonicalise(raw);
    })
    .filter((read) => read?.ok === true)
    .map(({ value }) => value);
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- ties the kind to its rows
function laws<Name extends IdentifierKind>(name: Name): void {
  const kind: Kind<Raw<Name>, Value<Name>> = KINDS[name];
  const value = valueOf(name);

  test.prop([value])(`canonicalising twice changes nothing: ${name}`, (once) => {
    const written = WRITTEN[name](once);
    if (written === undefined) return;
    const twice = kind.canonicalise(written);
    expect(twice.ok && CANONICAL[name](twice.value)).toEqual(CANONICAL[name](once));
  });

  test.prop([value, value])(`sameness is symmetric: ${name}`, (left, right) => {
    const { level, same, similarity } = kind.compare(left, right);
    expect(kind.compare(right, left)).toMatchObject({ level, same, similarity });
  });
}

describe('laws of identifiers', () => {
  laws('email');
  laws('phone');
  laws('address');
  laws('name');
  laws('payment');
  laws('device');
  laws('ip');
});
