import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admits, bottomK, estimate } from './bottom-k.ts';
import type { Holding } from './holding.ts';

const accounts = fc.uniqueArray(fc.uint8Array({ minLength: 8, maxLength: 8 }), {
  selector: (bytes) => Buffer.from(bytes).toString('hex'),
  maxLength: 200,
});

function holding(bytes: Uint8Array): Holding {
  const account = Buffer.from(bytes).toString('base64url');
  return { account, since: 0, last: 0, maturedAt: Infinity, abusiveAt: Infinity };
}

test('a sample of up to 64 accounts is all of them, and stands for as many', () => {
  const law = fc.property(accounts, (all) => {
    const sketch = bottomK(all.slice(0, 64).map(holding));
    expect(sketch.sample).toHaveLength(Math.min(all.length, 64));
    expect(estimate(sketch, sketch.sample.length)).toBe(sketch.sample.length);
  });
  fc.assert(law);
});

test('sampling a sample and newcomers is sampling everyone', () => {
  const law = fc.property(accounts, fc.nat(200), (all, cut) => {
    const first = bottomK(all.slice(0, cut).map(holding));
    const newcomers = all
      .slice(cut)
      .map(holding)
      .filter(({ account }) => admits(first, account));
    expect(bottomK([...first.sample, ...newcomers], first.threshold)).toEqual(
      bottomK(all.map(holding)),
    );
  });
  fc.assert(law);
});
