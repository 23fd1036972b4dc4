import type { Instant, SharedValue, Surroundings } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import { drawing } from '../graph/drawing.ts';
import { DRAWN_KINDS, respectOf } from '../graph/kinds.ts';
import { picture, type LinkFilter, type Picture } from '../graph/picture.ts';
import type { ShownGraph } from '../models/graph.ts';
import { Refused } from '../refused.ts';
import { accountLink } from './account-link.ts';
import { shownTime } from './time.ts';

const LISTED = 5;
const REFERRALS_LISTED = 40;

/** What surrounds some accounts; nothing when the stores cannot tell: a page about them has more to say. */
export async function surroundingsOf(
  { house, at }: SignedIn,
  accountIds: readonly string[],
): Promise<Surroundings | undefined> {
  try {
    return await house.accounts.connections.around(accountIds, at);
  } catch (error) {
    if (!(error instanceof Error) || !isOutOfReach(error)) throw error;
    house.log('connections.unavailable', { message: error.message });
    return undefined;
  }
}

/** A store that is down or late, or a graph that was emptied or is behind. */
function isOutOfReach(error: Error): boolean {
  if (error instanceof Refused) return true;
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('graph_');
}

/** Whose page the picture is on. */
interface On {
  readonly path: string;
  readonly zone: string;
  /** The page's `links` parameter. */
  readonly links: string | undefined;
}

/** The picture of some accounts' surroundings with its table; nothing when they are connected to nobody. */
export function shownGraph(
  around: Surroundings,
  { path, zone, links }: On,
): ShownGraph | undefined {
  const { middle, shared, referrals } = around;
  if (shared.length === 0 && referrals.length === 0) return undefined;
  const kinds = kindsOf(shared);
  const filter: LinkFilter =
    links === 'referral' && referrals.length > 0 ? links : kinds.find((kind) => kind === links);
  const chosen = picture(around, filter);
  return {
    ...drawing(chosen, middle),
    legend: kinds
      .filter((kind) => filter === undefined || kind === filter)
      .map((kind) => ({ kind, name: DRAWN_KINDS[kind].name, shape: DRAWN_KINDS[kind].path })),
    filters: [
      { label: 'Everything', href: `${path}#graph`, current: filter === undefined },
      ...(referrals.length > 0 ? (['referral'] as const) : []).map((link) => ({
        label: 'Referrals',
        href: `${path}?links=${link}#graph`,
        current: filter === link,
      })),
      ...kinds.map((kind) => ({
        label: DRAWN_KINDS[kind].name,
        href: `${path}?links=${kind}#graph`,
        current: filter === kind,
      })),
    ],
    left: leftOut(chosen),
    rows: shared.map(shownRow),
    referrals: referrals.slice(0, REFERRALS_LISTED).map(({ referrerId, refereeId, at }) => ({
      referrer: accountLink(referrerId),
      referee: accountLink(refereeId),
      at: shownTime(at satisfies Instant, zone),
    })),
  };
}

function kindsOf(shared: readonly SharedValue[]): readonly SharedValue['kind'][] {
  return [...new Set(shared.map(({ kind }) => kind))];
}

function leftOut({ left: { accounts, values } }: Picture): string | undefined {
  const parts = [
    accounts > 0 ? `${accounts} more ${accounts === 1 ? 'account' : 'accounts'}` : undefined,
    values > 0 ? `${values} more shared ${values === 1 ? 'value' : 'values'}` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `Not drawn: ${parts.join(' and ')}; see the table.`;
}

/** Who holds a value, cut to a handful. */
function shownRow(value: SharedValue): ShownGraph['rows'][number] {
  const { kind, type, masked, count, places, others } = value;
  const holders = [...new Set([...places.map(({ accountId }) => accountId), ...others])];
  const named = holders.slice(0, LISTED + 2);
  const more = count - named.length;
  return {
    kind: DRAWN_KINDS[kind].name,
    respect: respectOf(type),
    masked,
    count: `${count}`,
    accounts: named.map(accountLink),
    more: more > 0 ? `and ${more} more` : undefined,
  };
}
