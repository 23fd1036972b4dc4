import { expect, test } from 'vitest';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { newKeysFile, type KeysFile } from '../keys-file.ts';
import { readKeysFile } from '../keys.ts';
import { rotateKeys, type RotationOptions } from './rotate.ts';

test('a phase of which nobody was told is told again, and no other begun, however often', async () => {
  const parts = shippedParts(() => 0);
  let file = readKeysFile(newKeysFile());
  const write = (next: KeysFile): void => {
    file = next;
  };
  const options: Omit<RotationOptions, 'tell'> = {
    at: { read: () => file, write },
    withParts: (_, work) => work(parts),
    alone: false,
  };
  const unheard = { ...options, tell: () => Promise.reject(new Error('cut short')) };
  const phases: unknown[] = [];
  for (let run = 0; run < 3; run += 1) {
    for (let again = 0; again < 3; again += 1)
      await expect(rotateKeys(unheard)).rejects.toThrow('cut short');
    const { phase } = file.rotation ?? {};
    const { state } = await rotateKeys({ ...options, tell: async () => {} });
    expect(state).toBe(phase);
    phases.push(state);
  }
  expect(phases).toEqual(['added', 'used', 'dropped']);
  const last = await rotateKeys({ ...options, tell: async () => {} });
  expect(last.state).toBeUndefined();
  expect(file).not.toHaveProperty('rotation');
});
