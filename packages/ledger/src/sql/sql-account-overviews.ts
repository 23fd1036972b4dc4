import type {
  AccountOverview,
  AccountOverviews,
  DecidedReward,
  GivenAllowance,
  Instant,
  Order,
  Referral,
  ReferralVelocity,
} from '@doubletake/scoring';
import { cut, VELOCITY_BOUND } from '../listed.ts';
import { present } from '../present.ts';
import type { Sealer } from '../seal/sealer.ts';
import { asWritten } from './as-written.ts';
import type { Database } from './database.ts';
import { openOrder } from './entity-kinds.ts';
import { mergedNames } from './merged-names.ts';
import { openProfile } from './open-profile.ts';
import { statement } from './statement.ts';

type Kind = 'account' | 'merged' | 'brought' | 'broughtBy' | 'order' | 'reward' | 'allowance';

interface Row {
  readonly kind: Kind;
  readonly id: string;
  readonly at: string | number | null;
  readonly state: unknown;
  readonly sealed: Uint8Array | null;
}

const STANDING = statement('records/standing');
const OVERVIEW = statement('accounts/overview');
const VELOCITY = statement('accounts/velocity');
const AMONG = statement('accounts/among');

/** What a database tells of one account at a glance. */
export function sqlAccountOverviews(db: Database, sealer: Sealer): AccountOverviews {
  const find = async (told: string): Promise<string | undefined> => {
    const accountId = (await mergedNames(db, [told]))(told);
    const [standing] = await db.query<{ known: boolean }>(STANDING, [[accountId]]);
    return standing?.known === true ? accountId : undefined;
  };
  return {
    find,
    overview: async (told, { at, limit }) => {
      const accountId = await find(told);
      if (accountId === undefined) return undefined;
      const [rows, velocity] = await Promise.all([
        db.query<Row>(OVERVIEW, [accountId, limit + 1]),
        velocityOf(db, accountId, at),
      ]);
      return overviewOf(accountId, { rows, velocity, limit, sealer });
    },
    referralsAmong: async (accountIds, limit) =>
      (await db.query<{ state: Referral }>(AMONG, [accountIds, limit])).map(({ state }) => state),
  };
}

async function velocityOf(db: Database, accountId: string, at: Instant): Promise<ReferralVelocity> {
  const [row] = await db.query<{ last7d: number; last30d: number }>(VELOCITY, [
    accountId,
    at,
    VELOCITY_BOUND,
  ]);
  return { last7d: row?.last7d ?? 0, last30d: row?.last30d ?? 0 };
}

interface Found {
  readonly rows: readonly Row[];
  readonly velocity: ReferralVelocity;
  readonly limit: number;
  readonly sealer: Sealer;
}

function overviewOf(accountId: string, { rows, velocity, limit, sealer }: Found): AccountOverview {
  const of = (kind: Kind): readonly Row[] => rows.filter((row) => row.kind === kind);
  const [account] = of('account');
  const orders = of('order').map(({ id, state, sealed }): Order =>
    openOrder(id, { state, payment: sealed }, sealer),
  );
  return present({
    accountId,
    merged: cut(
      of('merged').map(({ id }) => id),
      limit,
    ),
    erased: account?.state === true,
    profile: account?.sealed ? openProfile(accountId, account.sealed, sealer) : undefined,
    brought: cut(
      of('brought').map(({ state }) => asWritten<Referral>(state)),
      limit,
    ),
    broughtBy: cut(
      of('broughtBy').map(({ state }) => asWritten<Referral>(state)),
      limit,
    ),
    orders: cut(orders, limit),
    rewards: cut(
      of('reward').map(({ state }) => asWritten<DecidedReward>(state)),
      limit,
    ),
    allowances: cut(
      of('allowance').map(({ state }) => asWritten<GivenAllowance>(state)),
      limit,
    ),
    velocity,
  });
}
