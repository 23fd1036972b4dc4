import type { SignedIn } from '../../asked.ts';
import { isWorkable } from '../../show/case-actions.ts';

/** Cases decided at once, at most: two pages of the queue. */
export const MOST_CASES = 100;

/** The cases that were ticked, each once. */
export function selectedCases({ form }: SignedIn): readonly string[] {
  const { case: ticked } = form;
  const all: readonly unknown[] = Array.isArray(ticked) ? ticked : [ticked];
  const ids = all.filter((id) => typeof id === 'string' && id !== '' && id.length <= 200);
  return [...new Set(ids.filter((id) => typeof id === 'string'))].slice(0, MOST_CASES);
}

/** A case and those linked to it that people still work on: a ring, for one decision. */
export async function linkedCases({ house }: SignedIn, caseId: string): Promise<readonly string[]> {
  const { desk } = house.cases;
  const [held, linked] = await Promise.all([
    desk.find(caseId),
    desk.linked(caseId, MOST_CASES - 1),
  ]);
  const all = held === undefined ? [] : [held, ...linked];
  return all.filter(({ state }) => isWorkable(state)).map((each) => each.caseId);
}
