import { expect, test, vi } from 'vitest';
import { bounded } from './bounded.ts';
import { asRequest } from './store-time.ts';

const asked: string[] = [];
const store = {
  silent: (word: string) => {
    asked.push(word);
    return new Promise<string>(() => {});
  },
  quick: async (word: string) => {
    asked.push(word);
    return word;
  },
  gone: () => Promise.reject(Object.assign(new Error('no answer'), { code: 'ledger_unavailable' })),
  silenced: () => Promise.reject(Object.assign(new Error('no'), { code: 'graph_timeout' })),
  refuses: () =>
    Promise.reject(Object.assign(new Error('too long'), { code: 'ledger_text_refused' })),
  wrong: () => Promise.reject(Object.assign(new Error('a bug'), { code: 'other' })),
  version: 3,
};

/** Some calls as the handler of one request makes them. */
const inRequest = <Value>(work: () => Promise<Value>, isAnswering = false): Promise<Value> =>
  new Promise((resolve, reject) => {
    asRequest(
      () => isAnswering,
      () => {
        work().then(resolve, reject);
      },
    );
  });

/** A store that takes so many milliseconds to answer. */
const after = (milliseconds: number) => ({
  answer: () => new Promise<void>((done) => setTimeout(done, milliseconds)),
});

/** The same by a clock that stands still while anything is done, however busy the machine is. */
async function whileTimePasses<Value>(
  work: () => Promise<Value>,
  isAnswering = false,
): Promise<Value> {
  vi.useFakeTimers();
  try {
    const done = inRequest(work, isAnswering);
    done.catch(() => {});
    await vi.runAllTimersAsync();
    return await done;
  } finally {
    vi.useRealTimers();
  }
}

test('what answers is passed through', async () => {
  const port = bounded(store, 1000);
  expect(await port.quick('a')).toBe('a');
  expect(port.version).toBe(3);
});

test('silence and a store that is gone are 503, what none keeps is 400; a bug stays one', async () => {
  const port = bounded(store, 20);
  await expect(port.silent('a')).rejects.toMatchObject({ status: 503 });
  await expect(port.gone()).rejects.toMatchObject({ status: 503 });
  await expect(port.silenced()).rejects.toMatchObject({ status: 503 });
  await expect(port.refuses()).rejects.toMatchObject({ status: 400 });
  await expect(port.wrong()).rejects.toThrow('a bug');
});

test('a request that has waited its time out asks nothing more', async () => {
  const port = bounded(store, 50);
  asked.length = 0;
  await inRequest(async () => {
    for (let n = 0; n < 20; n += 1)
      await expect(port.silent('asked')).rejects.toMatchObject({ status: 503 });
  });
  // A timer may go off a little early, and leave so little to the next.
  expect(asked.length).toBeLessThan(5);
  expect(await inRequest(() => port.quick('next request'))).toBe('next request');
});

test('calls side by side wait together, not one after the other', async () => {
  const port = bounded({ ...store, ...after(90) }, 200);
  await whileTimePasses(async () => {
    await Promise.all([port.answer(), port.answer(), port.answer()]);
    expect(await port.quick('still time')).toBe('still time');
  });
});

test('each stretch of a long request has the whole time', async () => {
  const port = bounded(after(30), 50);
  await whileTimePasses(async () => {
    for (let n = 0; n < 4; n += 1)
      await asRequest(
        () => false,
        () => port.answer(),
      );
  });
});

test('an answer that is being sent takes as long as it takes', async () => {
  const port = bounded(after(30), 50);
  const stream = async () => {
    for (let n = 0; n < 4; n += 1) await port.answer();
    return 'whole';
  };
  expect(await whileTimePasses(stream, true)).toBe('whole');
  await expect(whileTimePasses(stream)).rejects.toMatchObject({ status: 503 });
});
