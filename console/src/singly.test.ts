import { expect, test } from 'vitest';
import { singly } from './singly.ts';

test('a second call is refused while the first runs, and not after it, however it ended', async () => {
  const ends: ((fails: boolean) => void)[] = [];
  const work = singly(
    (answer: string) =>
      new Promise<string>((resolve, reject) => {
        ends.push((fails) => (fails ? reject(new Error('broke')) : resolve(answer)));
      }),
  );
  const first = work('a');
  await expect(work('b')).rejects.toMatchObject({ status: 429 });
  ends[0]?.(true);
  await expect(first).rejects.toThrow('broke');
  const third = work('c');
  ends[1]?.(false);
  expect(await third).toBe('c');
});
