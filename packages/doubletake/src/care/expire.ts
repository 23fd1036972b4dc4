import { DAY, type AccountObserved, type HeldToken, type Tokenise } from '@doubletake/scoring';
import { everHeld } from '../engine/ever-held.ts';
import { heldFrom1970 } from '../engine/from-1970.ts';
import type { EngineParts } from '../engine/parts.ts';

/** Accounts, decisions or deliveries looked at in one step. */
const PAGE = 200;

/** How long it can be looked up what a webhook told, once it was delivered or given up. */
const DELIVERIES_KEPT: number = 30 * DAY;

/** What a run of the retention job let go of. */
export interface Expired {
  readonly accounts: number;
  readonly observations: number;
  readonly tokens: number;
  /** Those whose evidence and facts went. */
  readonly decisions: number;
  /** Of webhooks. */
  readonly deliveries: number;
  /** Accounts passed over, for something observed of them does not open. Absent when all did. */
  readonly unreadable?: number;
}

/** Told how many accounts, then decisions, then deliveries have lost something. */
export type OnExpired = (done: number, what: keyof Expired) => void;

/** Told which accounts are passed over: something observed of them does not open. */
export type OnPassedOver = (accountIds: readonly string[]) => void;

/**
 * Lets go of what is past its time: IP addresses 90 days after they were last seen with an account, devices after 180,
 * what decisions were made from after 24 months, webhooks' deliveries 30 days after they were settled. It can be cut short
 * at any time and begun anew.
 */
export async function expireValues(
  parts: EngineParts,
  onProgress: OnExpired = () => {},
  onPassedOver: OnPassedOver = () => {},
): Promise<Expired> {
  const { ledger, clock } = parts;
  const at = clock();
  let passedOver = 0;
  const values = await expireObserved(parts, {
    onProgress: (done) => onProgress(done, 'accounts'),
    onPassedOver: (accountIds) => {
      passedOver += accountIds.length;
      onPassedOver(accountIds);
    },
  });
  const decisions = await inPages(
    () => ledger.upkeep.expireDecisions(at, PAGE),
    (done) => onProgress(done, 'decisions'),
  );
  const deliveries = await inPages(
    () => ledger.outbox.forget(at - DELIVERIES_KEPT, PAGE),
    (done) => onProgress(done, 'deliveries'),
  );
  const counts = { ...values, decisions, deliveries };
  return passedOver === 0 ? counts : { ...counts, unreadable: passedOver };
}

interface Listeners {
  readonly onProgress: (accounts: number) => void;
  readonly onPassedOver: OnPassedOver;
}

/**
 * First the graph, then the ledger: what was cut short in between is found again. What an account was seen with since it
 * was looked at stays in both.
 */
async function expireObserved(
  { ledger, graph, hashing, clock }: EngineParts,
  { onProgress, onPassedOver }: Listeners,
): Promise<Pick<Expired, 'accounts' | 'observations' | 'tokens'>> {
  const at = clock();
  let [accounts, observations, tokens] = [0, 0, 0];
  let after: string | undefined;
  do {
    const { overdue, unreadable = [], next } = await ledger.upkeep.overdue(at, PAGE, after);
    onPassedOver(unreadable);
    for (const { accountId, before, after: kept } of overdue) {
      const gone = await without(before, kept, hashing.tokenise);
      const account = hashing.accountRef(accountId);
      await graph.project([{ kind: 'release', account, tokens: heldFrom1970(gone) }]);
      await ledger.upkeep.expire(accountId, at);
      accounts += 1;
      observations += kept.filter((event, index) => event !== before[index]).length;
      tokens += gone.length;
    }
    after = next;
    onProgress(accounts);
  } while (after !== undefined);
  return { accounts, observations, tokens };
}

/** Does a page at a time until one is not full; gives how many there were. */
async function inPages(
  page: () => Promise<number>,
  onProgress: (done: number) => void,
): Promise<number> {
  let done = 0;
  for (let gone = PAGE; gone === PAGE; onProgress(done)) {
    gone = await page();
    done += gone;
  }
  return done;
}

/** Tokens that only the observations before account for. */
async function without(
  before: readonly AccountObserved[],
  after: readonly AccountObserved[],
  tokenise: Tokenise,
): Promise<readonly HeldToken[]> {
  const kept = new Set((await everHeld(after, tokenise)).map(({ token }) => token));
  return (await everHeld(before, tokenise)).filter(({ token }) => !kept.has(token));
}
