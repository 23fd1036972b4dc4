import { DAY, type AccountObserved, type TypedToken } from '@doubletake/scoring';
import { everHeld } from '../engine/ever-held.ts';
import type { EngineParts } from '../engine/parts.ts';

/** Accounts looked at in one step. */
const PAGE = 200;

/** How long it can be looked up what a webhook told, once it was delivered or given up. */
const DELIVERIES_KEPT: number = 30 * DAY;

/** What a run of the retention job let go of. */
export interface Expired {
  readonly accounts: number;
  readonly observations: number;
  readonly tokens: number;
  /** Of webhooks. */
  readonly deliveries: number;
}

/**
 * Lets go of what is past its time: IP addresses 90 days after they were last seen with an account, devices after 180,
 * webhooks' deliveries 30 days after they were settled. First the graph, then the ledger, as with an erasure. It can be cut short at any time and begun anew.
 */
export async function expireValues(
  { ledger, graph, hashing, clock }: EngineParts,
  onProgress: (accounts: number) => void = () => {},
): Promise<Expired> {
  const at = clock();
  let [accounts, observations, tokens] = [0, 0, 0];
  let after: string | undefined;
  do {
    const { overdue, next } = await ledger.upkeep.overdue(at, PAGE, after);
    for (const { accountId, before, after: kept } of overdue) {
      const gone = without(before, kept, (observed) => everHeld(observed, hashing.tokenise));
      const account = hashing.accountRef(accountId);
      await graph.project([{ kind: 'release', account, tokens: gone }]);
      await ledger.upkeep.expire(accountId, at);
      accounts += 1;
      observations += kept.filter((event, index) => event !== before[index]).length;
      tokens += gone.length;
    }
    after = next;
    onProgress(accounts);
  } while (after !== undefined);
  let deliveries = 0;
  for (let gone = PAGE; gone === PAGE; deliveries += gone)
    gone = await ledger.outbox.forget(at - DELIVERIES_KEPT, PAGE);
  return { accounts, observations, tokens, deliveries };
}

/** Tokens that only the observations before account for. */
function without(
  before: readonly AccountObserved[],
  after: readonly AccountObserved[],
  tokensOf: (observed: readonly AccountObserved[]) => readonly TypedToken[],
): readonly TypedToken[] {
  const kept = new Set(tokensOf(after).map(({ token }) => token));
  return tokensOf(before).filter(({ token }) => !kept.has(token));
}
