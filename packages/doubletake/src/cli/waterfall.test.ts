import { fc, test } from '@fast-check/vitest';
import type { Contribution } from '@doubletake/scoring';
import { describe, expect, it } from 'vitest';
import { memoryIo } from './memory-io.ts';
import { paintFor } from './paint.ts';
import { widthOf } from './printable.ts';
import { waterfall } from './waterfall.ts';

const io = memoryIo();
const plain = { width: 100, paint: paintFor(io.stdout, io) };

function draw(priorBits: number, contributions: readonly Contribution[], width = 100): string {
  const logOddsBits = contributions.reduce((sum, { bits }) => sum + bits, priorBits);
  const score = 100 / (1 + 2 ** -logOddsBits);
  return waterfall({ priorBits, logOddsBits, score, contributions }, { ...plain, width });
}

describe('waterfall', () => {
  it('leads from the prior to the score, strongest first, slight signals in one line, the cap last', async () => {
    const drawn = draw(-3.5, [
      { signal: 'age', level: 'older', bits: -0.06 },
      { signal: 'name', level: 'surname', bits: 0.05, sharedBy: 41 },
      { signal: 'phone', level: 'none', bits: -1.2 },
      { signal: 'payment', level: 'exact', bits: 9, sharedBy: 2 },
      { signal: 'cap', level: 'bounded', bits: -1 },
    ]);
    await expect(drawn).toMatchFileSnapshot('../golden/waterfall.txt');
  });

  const contribution = fc.record({
    signal: fc.constantFrom('email', 'phone', 'cap'),
    level: fc.string(),
    bits: fc.double({ min: -8, max: 8, noNaN: true }),
  });

  test.prop([fc.double({ min: -5, max: 0, noNaN: true }), fc.array(contribution)])(
    'the last step ends at the score',
    (prior, contributions) => {
      const scores = draw(prior, contributions)
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ').at(-1));
      expect(scores.at(-2)).toBe(scores.at(-1));
    },
  );

  test.prop([fc.array(contribution), fc.integer({ min: 80, max: 120 })])(
    'it fits the terminal',
    (contributions, width) => {
      for (const line of draw(-3, contributions, width).split('\n')) {
        expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
    },
  );
});
