import type {
  AccountRef,
  Holder,
  Holders,
  Instant,
  Neighbourhood,
  PairQuestion,
  Token,
} from '@doubletake/scoring';
import { knownAncestry } from './ancestry.ts';
import { estimate } from './bottom-k.ts';
import type { HolderList } from './holder-list.ts';
import { maturedBy, type Holding } from './holding.ts';
import { knownLinks, type Link } from './kin.ts';
import { aliveAt, retentionOf } from './retention.ts';

/** What a store has on record about a pair, whatever the instant asked. */
export interface PairRecords {
  /** Who holds a token; the index counts the referrer's tokens first, then the referee's. */
  readonly holders: (token: Token, index: number) => HolderList | undefined;
  readonly referees: readonly Link[];
  /** Above the referrer, nearest first. */
  readonly ancestry: readonly Link[];
}

/** The records as they were known at the question's instant. */
export function neighbourhood(question: PairQuestion, records: PairRecords): Neighbourhood {
  const { asOf, referrer, referee } = question;
  const referees = knownLinks(records.referees, asOf);
  const leftOut = new Set([referrer.account, referee.account]);
  for (const { account } of referees) leftOut.add(account);
  const holders = new Map<Token, Holders>();
  const view = { asOf, leftOut };
  let index = 0;
  for (const { tokens } of [referrer, referee])
    for (const { type, token } of tokens) {
      const list = holders.has(token) ? undefined : records.holders(token, index);
      const known = list && holdersAt(list, retentionOf(type), view);
      if (known && known.count > 0) holders.set(token, known);
      index += 1;
    }
  return { holders, referees, aboveReferrer: knownAncestry(records.ancestry, asOf) };
}

interface View {
  readonly asOf: Instant;
  readonly leftOut: ReadonlySet<AccountRef>;
}

function holdersAt({ holdings, sketch }: HolderList, retention: number, view: View): Holders {
  const { accounts, matured } = seen(holdings, retention, view);
  if (!sketch) return { accounts, count: accounts.length, matured };
  const sampled = seen(sketch.sample, retention, view);
  // An estimate never falls below what the list proves.
  return {
    accounts,
    count: Math.max(accounts.length, estimate(sketch, sampled.accounts.length)),
    matured: Math.max(matured, estimate(sketch, sampled.matured)),
  };
}

/** Who is seen of a list by a pair. */
interface Seen {
  readonly accounts: readonly Holder[];
  readonly matured: number;
}

/** Who is seen of a list at an instant, whichever pair asks. */
interface Shown {
  readonly asOf: Instant;
  readonly retention: number;
  readonly accounts: readonly Holder[];
  readonly matured: ReadonlySet<AccountRef>;
}

/** Holdings from which on what they showed is remembered: an office's address comes back pair after pair. */
const MANY = 16;

const NOBODY: ReadonlySet<AccountRef> = new Set();

const shown = new WeakMap<readonly Holding[], Shown>();

function seen(holdings: readonly Holding[], retention: number, view: View): Seen {
  if (holdings.length < MANY) return seenNow(holdings, retention, view);
  const { accounts, matured } = shownBy(holdings, retention, view.asOf);
  let count = matured.size;
  for (const account of view.leftOut) if (matured.has(account)) count -= 1;
  return { accounts, matured: count };
}

function seenNow(holdings: readonly Holding[], retention: number, { asOf, leftOut }: View): Seen {
  const accounts: Holder[] = [];
  let matured = 0;
  for (const holding of holdings) {
    if (!aliveAt(holding, asOf, retention)) continue;
    accounts.push({ account: holding.account, since: holding.since });
    if (maturedBy(holding, asOf) && !leftOut.has(holding.account)) matured += 1;
  }
  return { accounts, matured };
}

function shownBy(holdings: readonly Holding[], retention: number, asOf: Instant): Shown {
  const known = shown.get(holdings);
  if (known?.asOf === asOf && known.retention === retention) return known;
  const { accounts } = seenNow(holdings, retention, { asOf, leftOut: NOBODY });
  const matured = holdings.filter(
    (holding) => aliveAt(holding, asOf, retention) && maturedBy(holding, asOf),
  );
  const now = {
    asOf,
    retention,
    accounts,
    matured: new Set(matured.map(({ account }) => account)),
  };
  shown.set(holdings, now);
  return now;
}
