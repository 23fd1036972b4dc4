import type { BulkAnswer, BulkReview, Engine, Money } from '@doubletake/scoring';
import { asRequest } from './store-time.ts';

/** Cases asked for at a time; each such stretch has the time of a request, so that many cases are no failure. */
const STRETCH = 20;

const NOT_YET = (): boolean => false;

/** Decides many cases, or says what would come of it, a stretch after another. */
export async function decideMany(
  engine: Pick<Engine, 'decideMany'>,
  { caseIds, ...bulk }: BulkReview,
): Promise<BulkAnswer> {
  const items: BulkAnswer['items'][number][] = [];
  const sums = new Map<string, number>();
  for (let from = 0; from < caseIds.length; from += STRETCH) {
    const stretch = caseIds.slice(from, from + STRETCH);
    const answer = await asRequest(NOT_YET, () => engine.decideMany({ ...bulk, caseIds: stretch }));
    items.push(...answer.items);
    for (const each of answer.sums) add(sums, each);
  }
  return { items, sums: [...sums].map(([currency, minor]) => ({ minor, currency })) };
}

function add(sums: Map<string, number>, { currency, minor }: Money): void {
  sums.set(currency, (sums.get(currency) ?? 0) + minor);
}
