import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DEMO_PLAN } from './demo-plan.ts';
import { generateWorld } from './generate.ts';
import { ndjson } from './ndjson.ts';

// Run from the top of the repository: writes the demo data the published package carries.
const out = join('packages', 'doubletake', 'demo');
const { events, truth } = generateWorld(DEMO_PLAN);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'month.ndjson.gz'), gzipSync(ndjson(events), { level: 9 }));
writeFileSync(join(out, 'month.truth.ndjson'), ndjson(truth));
console.log(`${events.length} events, ${truth.length} rewards in ${out}`);
