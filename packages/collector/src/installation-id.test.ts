import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { installationId, type IdStore } from './installation-id.ts';

/** A place that keeps what it is given, until it is cleared. */
function keeping(held?: string): IdStore & { clear: () => void } {
  let kept = held;
  return {
    read: () => kept,
    write: (id) => {
      kept = id;
    },
    clear: () => {
      kept = undefined;
    },
  };
}

const refuse = (): never => {
  throw new Error('denied');
};
const blocked: IdStore = { read: refuse, write: refuse };
const readOnly: IdStore = { read: () => undefined, write: refuse };
const forgetful: IdStore = { read: () => undefined, write: () => undefined };

const KNOWN = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';

describe('what the stores hold', () => {
  test.each([
    { note: 'the first store', stores: [keeping(KNOWN), keeping()], id: KNOWN },
    { note: 'the second store', stores: [keeping(), keeping(KNOWN)], id: KNOWN },
    { note: 'two ids: the first wins', stores: [keeping(KNOWN), keeping(OTHER)], id: KNOWN },
    { note: 'junk in the first', stores: [keeping('<script>'), keeping(KNOWN)], id: KNOWN },
    {
      note: 'an id in capitals is junk',
      stores: [keeping(OTHER.toUpperCase()), keeping(KNOWN)],
      id: KNOWN,
    },
    { note: 'the first is blocked', stores: [blocked, keeping(KNOWN)], id: KNOWN },
    { note: 'the second forgets', stores: [keeping(KNOWN), forgetful], id: KNOWN },
    { note: 'all blocked', stores: [blocked, blocked], id: undefined },
    { note: 'one refuses, one forgets', stores: [readOnly, forgetful], id: undefined },
    {
      note: 'an id that can be read but not renewed',
      stores: [{ read: () => KNOWN, write: refuse }],
      id: KNOWN,
    },
    { note: 'no store at all', stores: [], id: undefined },
  ])('$note', ({ stores, id }) => {
    expect(installationId(stores)).toBe(id);
  });

  test('a first visit makes a new id of 128 bits', () => {
    const ids = Array.from({ length: 200 }, () => installationId([keeping()]) ?? '');
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('laws', () => {
  /** Each visit clears some stores, but never all three. */
  const clearings = fc.array(fc.subarray([0, 1, 2], { maxLength: 2 }), { minLength: 1 });

  test.prop([clearings])(
    'the id survives as long as one store keeps it between visits',
    (visits) => {
      const stores = [keeping(), keeping(), keeping()];
      const first = installationId(stores);
      for (const cleared of visits) {
        for (const index of cleared) stores[index]?.clear();
        expect(installationId(stores)).toBe(first);
      }
    },
  );

  const anyStore = fc.constantFrom(
    keeping,
    () => blocked,
    () => readOnly,
    () => forgetful,
  );

  test.prop([fc.array(anyStore)])(
    'an id is returned exactly when the next visit finds it',
    (makers) => {
      const stores = makers.map((make) => make());
      const id = installationId(stores);
      expect(installationId(stores)).toBe(id);
      expect(id === undefined).toBe(!makers.includes(keeping));
    },
  );
});
