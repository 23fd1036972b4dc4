import type {
  AccountRef,
  Holders,
  Neighbourhood,
  PairQuestion,
  Token,
  TypedToken,
} from '@doubletake/scoring';
import { knownAncestry } from './ancestry.ts';
import { estimate } from './bottom-k.ts';
import type { HolderList } from './holder-list.ts';
import { maturedBy, type Holding } from './holding.ts';
import { knownLinks, type Link } from './kin.ts';
import { aliveAt, retentionOf } from './retention.ts';

/** What a store has on record about a pair, whatever the instant asked. */
export interface PairRecords {
  readonly holders: (token: Token) => HolderList | undefined;
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
  for (const { type, token } of [...referrer.tokens, ...referee.tokens]) {
    const list = holders.has(token) ? undefined : records.holders(token);
    const known = list && holdersAt(list, { type, asOf, leftOut });
    if (known && known.count > 0) holders.set(token, known);
  }
  return { holders, referees, aboveReferrer: knownAncestry(records.ancestry, asOf) };
}

interface View {
  readonly type: TypedToken['type'];
  readonly asOf: number;
  readonly leftOut: ReadonlySet<AccountRef>;
}

function holdersAt({ holdings, sketch }: HolderList, { type, asOf, leftOut }: View): Holders {
  const retention = retentionOf(type);
  const alive = (holding: Holding): boolean => aliveAt(holding, asOf, retention);
  const counted = (holding: Holding): boolean =>
    maturedBy(holding, asOf) && !leftOut.has(holding.account);
  const listed = holdings.filter(alive);
  const sampled = sketch?.sample.filter(alive) ?? [];
  // An estimate never falls below what the list proves.
  const total = (proven: readonly Holding[], sample: readonly Holding[]): number =>
    Math.max(proven.length, sketch ? estimate(sketch, sample.length) : 0);
  return {
    accounts: listed.map(({ account, since }) => ({ account, since })),
    count: total(listed, sampled),
    matured: total(listed.filter(counted), sampled.filter(counted)),
  };
}
