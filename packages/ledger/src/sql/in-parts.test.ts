import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { inParts } from './in-parts.ts';

const lists = fc.integer({ min: 0, max: 600 }).map((length) => Array.from({ length }, (_, n) => n));

test.prop([lists])('parts put together are the list, none of them empty or long', (list) => {
  const parts = [...inParts(list)];
  expect(parts.flat()).toEqual(list);
  for (const { length } of parts) {
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(128);
  }
});
