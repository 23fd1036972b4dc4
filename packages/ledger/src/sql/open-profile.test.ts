import { expect, it } from 'vitest';
import { createSealer } from '../seal/sealer.ts';
import { openProfile, profilePlace } from './open-profile.ts';

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
