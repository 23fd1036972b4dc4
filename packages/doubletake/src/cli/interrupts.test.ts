import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { Interrupted, unlessAborted, untilAborted } from './interrupts.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = (): unknown => runInNewContext('gc()');

async function* lines(count: number): AsyncGenerator<object> {
  for (let n = 0; n < count; n += 1) yield { n };
}
async function all(items: AsyncIterable<object>): Promise<readonly object[]> {
  const given: object[] = [];
  for await (const item of items) given.push(item);
  return given;
}
const never = new Promise<never>(() => {});

describe('what comes until a signal is aborted', () => {
  it('is given whole while nobody asks to end', async () => {
    const given = await all(untilAborted(lines(3), new AbortController().signal));
    expect(given).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
  });

  it('is not kept once it was given, however much comes', async () => {
    const given: WeakRef<object>[] = [];
    const { signal } = new AbortController();
    for await (const line of untilAborted(lines(100), signal)) given.push(new WeakRef(line));
    // What a weak reference gave is held until the turn is over.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    collectGarbage();
    expect(given.filter((line) => line.deref() !== undefined).length).toBeLessThan(5);
  });

  it('ends where it waits for what does not come', async () => {
    const asked = new AbortController();
    const silent: AsyncIterable<object> = { [Symbol.asyncIterator]: () => ({ next: () => never }) };
    const given = all(untilAborted(silent, asked.signal));
    asked.abort(new Interrupted('over'));
    expect(await given).toEqual([]);
  });

  it('fails as what gives it does', async () => {
    const broken: AsyncIterable<object> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('torn')) }),
    };
    const { signal } = new AbortController();
    await expect(all(untilAborted(broken, signal))).rejects.toThrow('torn');
  });
});

describe('some work', () => {
  const over = new Interrupted('over');
  it.each([
    { note: 'gives what it gives', work: () => Promise.resolve(1), asked: false, gives: 1 },
    { note: 'is left where it is', work: () => never, asked: true, gives: over },
    {
      note: 'that fails once it was left is not heard',
      work: () => Promise.reject(new Error('late')),
      asked: true,
      gives: over,
    },
  ])('$note', async ({ work, asked, gives }) => {
    const signal = asked ? AbortSignal.abort(over) : new AbortController().signal;
    expect(await unlessAborted<number>(work(), signal).catch((error: unknown) => error)).toBe(
      gives,
    );
  });
});
