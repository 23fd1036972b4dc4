import { expect, it } from 'vitest';
import { createSealer, stampOf } from '../seal/sealer.ts';
import { keepOpen, openedBefore, openProfile, profilePlace } from './open-profile.ts';

const sealer = createSealer({ current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(1)]]) });
const seal = (email: string): Buffer =>
  sealer.seal(JSON.stringify({ emails: [{ value: email }] }), profilePlace('ann'));

it('gives the same object while the row is the same, and the new one once it is not', () => {
  const before = seal('ann@example.com');
  const opened = openProfile('ann', before, sealer);
  expect(openProfile('ann', Buffer.from(before), sealer)).toBe(opened);
  const after = openProfile('ann', seal('new@example.com'), sealer);
  expect(after.emails).toEqual([{ value: 'new@example.com' }]);
  expect(openProfile('ann', before, sealer)).toEqual(opened);
});

it('opens nothing for bytes it has not opened before', () => {
  const sealed = seal('ann@example.com');
  openProfile('ann', sealed, sealer);
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => openProfile('ann', changed, sealer)).toThrow('does not open');
  expect(() => openProfile('bob', seal('ann@example.com'), sealer)).toThrow('does not open');
});

it('gives what is open by the stamp of its bytes, and of none but these', () => {
  const sealed = seal('ann@example.com');
  const opened = openProfile('ann', sealed, sealer);
  expect(openedBefore('ann', stampOf(sealed), sealer)).toBe(opened);
  expect(openedBefore('ann', stampOf(seal('ann@example.com')), sealer)).toBeUndefined();
  expect(openedBefore('cid', stampOf(sealed), sealer)).toBeUndefined();
});

it.each([
  { note: 'none', most: 0, kept: [] },
  { note: 'the one that came up last', most: 1, kept: ['cid'] },
  { note: 'those that came up last', most: 2, kept: ['ann', 'cid'] },
])('keeps open as many as it is told: $note', ({ most, kept }) => {
  const own = createSealer({ current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(2)]]) });
  keepOpen(own, most);
  const rows = new Map(
    ['ann', 'bob', 'cid'].map((id) => [id, own.seal('{}', profilePlace(id))] as const),
  );
  const open = (id: string): unknown => openProfile(id, rows.get(id) ?? Buffer.alloc(0), own);
  const opened = new Map(['ann', 'bob', 'ann', 'cid'].map((id) => [id, open(id)]));
  // Asked from the latest on: asking for one that is not open puts another away.
  expect(['cid', 'ann', 'bob'].filter((id) => open(id) === opened.get(id)).toSorted()).toEqual(
    kept,
  );
});
