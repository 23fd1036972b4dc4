import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DEMO_PLAN } from './demo-plan.ts';
import { generateWorld } from './generate.ts';
import { ndjson } from './ndjson.ts';

const read = (name: string): Buffer =>
  readFileSync(new URL(`../../packages/doubletake/demo/${name}`, import.meta.url));

// Unzipped: two versions of zlib may pack the same text into other bytes.
test('the demo month in the package is the one its plan makes', () => {
  const { events, truth } = generateWorld(DEMO_PLAN);
  expect(gunzipSync(read('month.ndjson.gz')).toString()).toBe(ndjson(events));
  expect(read('month.truth.ndjson').toString()).toBe(ndjson(truth));
});
