import { AsyncLocalStorage } from 'node:async_hooks';

/** The time one request has spent waiting for stores, its calls side by side counted once. */
interface StoreTime {
  spent: number;
  pending: number;
  /** Since when anything is pending. */
  since: number;
  /** Whether its answer is on its way: what is streamed takes as long as it takes. */
  readonly isAnswering: () => boolean;
}

const requests = new AsyncLocalStorage<StoreTime>();

/** Does some work as one request, or a stretch of a long one that stores are given their time for anew. */
export function asRequest<Result>(isAnswering: () => boolean, work: () => Result): Result {
  return requests.run({ spent: 0, pending: 0, since: 0, isAnswering }, work);
}

/** Milliseconds left of so many that the request at hand may wait for stores; all of them outside a request. */
export function storeTimeLeft(all: number): number {
  const time = requests.getStore();
  if (time === undefined || time.isAnswering()) return all;
  const running = time.pending > 0 ? performance.now() - time.since : 0;
  return all - time.spent - running;
}

/** Counts what is waited for against the request at hand. */
export async function countingStoreTime<Value>(wait: () => Promise<Value>): Promise<Value> {
  const time = requests.getStore();
  if (time === undefined) return wait();
  if (time.pending === 0) time.since = performance.now();
  time.pending += 1;
  try {
    return await wait();
  } finally {
    time.pending -= 1;
    if (time.pending === 0) time.spent += performance.now() - time.since;
  }
}
