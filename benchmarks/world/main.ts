import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { generateWorld } from './generate.ts';
import { ndjson } from './ndjson.ts';

const USAGE = `Writes events.ndjson.gz and truth.ndjson of a made-up referral world.

  --seed TEXT         what to make it from (default 1); the same seed gives the same bytes
  --out DIR           where to write (default world-SEED)
  --referrals N       default 1200
  --background N      customers nobody referred (default 5 × referrals)
  --from YYYY-MM-DD   first day of referrals (default 2025-01-01)
  --days N            days with referrals (default 365)
  --abuse SHARE       fix the share of abusive referrals instead of drawing it
`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    referrals: { type: 'string', default: '1200' },
    background: { type: 'string' },
    from: { type: 'string', default: '2025-01-01' },
    days: { type: 'string', default: '365' },
    abuse: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else {
  const referrals = Number(values.referrals);
  const { events, truth } = generateWorld({
    seed: values.seed,
    referrals,
    background: values.background === undefined ? 5 * referrals : Number(values.background),
    from: values.from,
    days: Number(values.days),
    rates: values.abuse === undefined ? {} : { abuse: Number(values.abuse) },
  });
  const out = values.out ?? `world-${values.seed}`;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'events.ndjson.gz'), gzipSync(ndjson(events)));
  writeFileSync(join(out, 'truth.ndjson'), ndjson(truth));
  console.log(`${events.length} events, ${truth.length} rewards in ${out}`);
}
