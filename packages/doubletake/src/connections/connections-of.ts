import {
  memberOf,
  questionOf,
  sharedTokens,
  type AccountOverview,
  type AccountRef,
  type Connections,
  type Instant,
  type MiddleAccount,
  type SharedToken,
  type SharedValue,
  type Surroundings,
} from '@doubletake/scoring';
import type { EngineParts } from '../engine/parts.ts';

/** Others named for each value; beyond that it is a crowd, and only its size is told. */
const NAMED = 12;
/** Referrals read for each account in the middle, and among everybody named. */
const REFERRALS = 12;
const AMONG = 200;

type Parts = Pick<EngineParts, 'ledger' | 'graph' | 'hashing'>;

/** One account in the middle with what the ledger keeps of it. */
interface Known extends MiddleAccount {
  readonly overview: AccountOverview | undefined;
}

/**
 * Who is connected to whom: what the graph knows by keyed hashes, in account ids. Rejects as the stores do when one of
 * them cannot be reached.
 */
export function connectionsOf(parts: Parts): Connections {
  const { ledger, graph, hashing } = parts;
  return {
    around: async (accountIds, at) => {
      const middle = await middleOf(parts, accountIds, at);
      const [first, second] = middle;
      if (first === undefined) return { middle: [], shared: [], referrals: [] };
      const neighbourhood = await graph.gather({
        referrer: questionOf(first.member),
        referee: second ? questionOf(second.member) : { account: first.member.account, tokens: [] },
        asOf: at,
      });
      const tokens = sharedTokens(middle, neighbourhood, hashing);
      const own = new Set(middle.map(({ member }) => member.account));
      const others = new Map(
        tokens.map((each) => [each, each.holders.filter((ref) => !own.has(ref)).slice(0, NAMED)]),
      );
      const names = await ledger.directory.find([...new Set([...others.values()].flat())]);
      const shared = tokens.map((each) => named(each, others.get(each) ?? [], names));
      return { ...(await referralsAround(parts, middle, shared)), shared };
    },
  };
}

/** The accounts asked about under the ids they have now, each once. */
async function middleOf(
  { ledger, hashing }: Parts,
  accountIds: readonly string[],
  at: Instant,
): Promise<readonly Known[]> {
  const wish = { at, limit: REFERRALS };
  const found = await Promise.all(
    accountIds.slice(0, 2).map(async (told): Promise<Known> => {
      const overview = await ledger.overviews.overview(told, wish);
      const accountId = overview?.accountId ?? told;
      return { accountId, overview, member: memberOf(accountId, overview?.profile, hashing) };
    }),
  );
  return [...new Map(found.map((each) => [each.accountId, each])).values()];
}

/** A value with its holders by their ids; one the directory does not know is only counted. */
function named(
  { kind, type, masked, places, count }: SharedToken,
  others: readonly AccountRef[],
  names: ReadonlyMap<AccountRef, string>,
): SharedValue {
  return {
    kind,
    type,
    masked,
    places,
    count,
    others: others.flatMap((ref) => names.get(ref) ?? []),
  };
}

async function referralsAround(
  { ledger }: Parts,
  middle: readonly Known[],
  shared: readonly SharedValue[],
): Promise<Pick<Surroundings, 'middle' | 'referrals'>> {
  const ids = middle.map(({ accountId }) => accountId);
  const all = [...new Set([...ids, ...shared.flatMap(({ others }) => others)])];
  const own = middle.flatMap(({ overview }) =>
    overview === undefined ? [] : [...overview.brought.rows, ...overview.broughtBy.rows],
  );
  const among = await ledger.overviews.referralsAmong(all, AMONG);
  const referrals = [
    ...new Map([...own, ...among].map((each) => [each.referralId, each])).values(),
  ];
  return {
    middle: ids,
    referrals: referrals
      .toSorted((a, b) => a.at - b.at || (a.referralId < b.referralId ? -1 : 1))
      .map(({ referralId, referrerId, refereeId, at }) => ({
        referralId,
        referrerId,
        refereeId,
        at,
      })),
  };
}
