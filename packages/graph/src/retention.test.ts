import { expect, test } from 'vitest';
import { aliveAt, retentionOf } from './retention.ts';

const DAY = 86_400_000;

test.each([
  ['ip', 90 * DAY],
  ['installation', 180 * DAY],
  ['visitor', 180 * DAY],
  ['hardware', 180 * DAY],
  ['email', Infinity],
  ['payment', Infinity],
] as const)('%s is held for %d ms after it was last seen', (type, retention) => {
  expect(retentionOf(type)).toBe(retention);
});

test.each([
  { note: 'before it was seen', asOf: 9, alive: false },
  { note: 'when it was first seen', asOf: 10, alive: true },
  { note: 'between two sightings far apart', asOf: 500, alive: true },
  { note: 'at the end of its time', asOf: 1005, alive: true },
  { note: 'past it', asOf: 1006, alive: false },
])('$note', ({ asOf, alive }) => {
  expect(aliveAt({ since: 10, last: 1000 }, asOf, 5)).toBe(alive);
});
