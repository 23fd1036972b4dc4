import { expect, test } from 'vitest';
import { SIGN_IN_LIMITS, signInLimits } from './sign-in-limits.ts';
import { REPORT_LIMIT, reportLimit } from './report-limit.ts';

/** A way to try once from an address, and how often one may. */
const ways = [
  {
    way: 'a name is guessed',
    points: SIGN_IN_LIMITS.pair.points,
    open: () => {
      const limits = signInLimits();
      return (ip: string) => limits.tryPassword({ ip, name: 'ann' });
    },
  },
  { way: 'broken policy is reported', points: REPORT_LIMIT.points, open: () => reportLimit() },
];

const rows = [
  { first: '192.0.2.1', second: '192.0.2.1', counted: true, note: 'the same address' },
  { first: '192.0.2.1', second: '192.0.2.2', counted: false, note: 'a neighbour' },
  {
    first: '::ffff:192.0.2.1',
    second: '192.0.2.1',
    counted: true,
    note: 'the same by a dual socket',
  },
  { first: '2001:db8::1', second: '2001:db8::2', counted: true, note: 'one /64, one subscriber' },
  { first: '2001:db8::1', second: '2001:db8:0:1::1', counted: false, note: 'another /64' },
  { first: '', second: '', counted: true, note: 'nobody said whence' },
];

for (const { way, points, open } of ways)
  test.each(rows)(`where ${way}, $note counts: $counted`, async ({ first, second, counted }) => {
    const attempt = open();
    for (let tried = 0; tried < points; tried += 1) expect(await attempt(first)).toBeUndefined();
    expect((await attempt(second)) !== undefined).toBe(counted);
  });
