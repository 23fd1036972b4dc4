import type { KeyType } from '@doubletake/identity';
import type { Instant } from '../instant.ts';

/** Keyed hash of a canonical identifier, `kid:` and 22 base64url characters (128 bits). The only form the graph sees. */
export type Token = string;

/** Keyed hash of an account id, 11 base64url characters (64 bits): short, and nobody's name. */
export type AccountRef = string;

/** A token with its type, which decides how long it is kept. */
export interface TypedToken {
  readonly type: KeyType;
  readonly token: Token;
}

/** A token an account holds, and the span in which it was seen there. */
export interface HeldToken extends TypedToken {
  readonly since: Instant;
  readonly last: Instant;
}

/**
 * The whole state of one account, as the ledger folds it. Writing it again changes nothing. Spans only widen, whatever
 * order writes come in; maturity and abuse, which a host or a person may take back, are as the last write says, so
 * whoever writes an older one goes on to what came after it.
 */
export interface AccountWrite {
  readonly kind: 'account';
  readonly account: AccountRef;
  readonly tokens: readonly HeldToken[];
  /** When the account becomes one that frequencies may be estimated from (60 days old, completed order). */
  readonly maturedAt?: Instant;
  /** When it was found abusive; from then on it is no longer counted as matured. */
  readonly abusiveAt?: Instant;
}

/** One account brought another. The first referrer of an account is the one above it. */
export interface ReferralWrite {
  readonly kind: 'referral';
  readonly referrer: AccountRef;
  readonly referee: AccountRef;
  readonly at: Instant;
}

/**
 * The referral that joined two accounts is said to have been of others: neither is the other's any more. What else joins
 * them is written again after it.
 */
export interface UnlinkWrite {
  readonly kind: 'unlink';
  readonly referrer: AccountRef;
  readonly referee: AccountRef;
}

/** An account leaves the graph: its tokens, its referees, its place under a referrer. */
export interface EraseWrite {
  readonly kind: 'erase';
  readonly account: AccountRef;
  readonly tokens: readonly TypedToken[];
}

/** A token that is past its time, and when it was last seen as far as was known then. */
export type PastToken = Omit<HeldToken, 'since'>;

/** An account no longer holds some tokens, their values being past their time; one that it was seen with since then stays. */
export interface ReleaseWrite {
  readonly kind: 'release';
  readonly account: AccountRef;
  readonly tokens: readonly PastToken[];
}

export type GraphWrite = AccountWrite | ReferralWrite | UnlinkWrite | EraseWrite | ReleaseWrite;

/** One side of the pair: the account and everything its profile holds. */
export interface PairMember {
  readonly account: AccountRef;
  readonly tokens: readonly TypedToken[];
}

/** Everything the graph is asked about a pair, known before the first read. */
export interface PairQuestion {
  readonly referrer: PairMember;
  readonly referee: PairMember;
  /** Only what was known and alive at this instant is seen. */
  readonly asOf: Instant;
}

/** An account that holds a token. */
export interface Holder {
  readonly account: AccountRef;
  readonly since: Instant;
}

/** Who holds one token at the asked instant. */
export interface Holders {
  /** Oldest first: all of them up to 128, beyond that the 32 oldest and the 96 newest ever written. */
  readonly accounts: readonly Holder[];
  /** How many hold it: exact while the list is whole, a sketch's estimate beyond. */
  readonly count: number;
  /** How many of them had matured and were not found abusive, the pair and the referrer's other referees left out. */
  readonly matured: number;
}

/** A referee of the pair's referrer. */
export interface Referee {
  readonly account: AccountRef;
  readonly at: Instant;
}

/** What surrounds a pair. Nobody holding a token gives no entry in `holders`. */
export interface Neighbourhood {
  readonly holders: ReadonlyMap<Token, Holders>;
  /** Referees of the referrer known at the instant, oldest first, the latest 512 ever written. */
  readonly referees: readonly Referee[];
  /** Accounts above the referrer, nearest first, up to 8; stops before a loop closes. */
  readonly aboveReferrer: readonly AccountRef[];
}

/** How many tokens, holders and accounts a graph keeps. */
export interface GraphStats {
  readonly tokens: number;
  readonly holders: number;
  readonly accounts: number;
}

/**
 * Who is connected to whom, by keyed tokens. A projection of the ledger: every write is idempotent, and rebuilding it
 * changes no decision. Implementations agree with the in-memory model in one conformance suite.
 */
export interface IdentityGraph {
  /** Whether other processes write to it as well. */
  readonly shared: boolean;
  /** Applies writes in order; acknowledged means readable. */
  readonly project: (writes: readonly GraphWrite[]) => Promise<void>;
  /**
   * Answers everything about one pair in one request. `reached`: how much of the ledger the answer must show, as the
   * cursor counts it; a graph that is not there yet rejects with the code `graph_behind`. @defaultValue nothing
   */
  readonly gather: (question: PairQuestion, reached?: number) => Promise<Neighbourhood>;
  /** Answers many pairs, sharing requests where the store can. */
  readonly gatherMany: (
    questions: readonly PairQuestion[],
    reached?: number,
  ) => Promise<readonly Neighbourhood[]>;
  /** How far the ledger has been projected into this graph, as the ledger numbers its events; 0 when empty. */
  readonly cursor: () => Promise<number>;
  readonly advance: (cursor: number) => Promise<void>;
  /**
   * Does work that one process at a time is to do, such as filling the graph; gives nothing while another is at it. One
   * that dies over it keeps the others from it for some seconds.
   */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result | undefined>;
  /** Forgets every token under a key id; one written meanwhile may stay. For a key that nobody uses any more. */
  readonly dropKey: (kid: string) => Promise<void>;
  /**
   * Takes accounts out of whatever they hold, looking through everything: for those whose tokens nobody can name any more.
   * Who referred them is left alone.
   */
  readonly sweep: (accounts: readonly AccountRef[]) => Promise<void>;
  /** Forgets everything, the cursor included. */
  readonly clear: () => Promise<void>;
  readonly stats: () => Promise<GraphStats>;
  readonly close: () => Promise<void>;
}
