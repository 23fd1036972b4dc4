import { expect, test } from 'vitest';
import { totpStep } from './second-factor.ts';

// The secret of RFC 6238 appendix B, whose codes are cut here to six digits.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  { seconds: 59, code: '287082' },
  { seconds: 1111111109, code: '081804' },
  { seconds: 1234567890, code: '005924' },
  { seconds: 20000000000, code: '353130' },
])('at $seconds s the code is $code', async ({ seconds, code }) => {
  const step = Math.floor(seconds / 30);
  expect(await totpStep(SECRET, code, seconds * 1000)).toBe(step);
  expect(await totpStep(SECRET, ` ${code.slice(0, 3)} ${code.slice(3)}`, seconds * 1000)).toBe(
    step,
  );
  expect(await totpStep(SECRET, code, (seconds + 30) * 1000)).toBe(step);
  expect(await totpStep(SECRET, code, (seconds - 30) * 1000)).toBe(step);
  expect(await totpStep(SECRET, code, (seconds + 90) * 1000)).toBeUndefined();
});

test.each(['', '28708', '2870820', 'abcdef', '28７082'])('%j is no code', async (code) => {
  expect(await totpStep(SECRET, code, 59_000)).toBeUndefined();
});
