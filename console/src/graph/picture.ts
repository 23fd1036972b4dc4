import type { SharedValue, Surroundings } from '@doubletake/scoring';

/** More than this nobody reads. */
export const MOST_NODES = 60;
/** A value that more others hold is a hub: counted, and nobody drawn for its sake. */
const HUB = 12;
/** Values drawn at most; the rest of the picture is for accounts. */
const MOST_VALUES = 26;

/** What links are drawn: all of them, one kind of value, or who brought whom. */
export type LinkFilter = SharedValue['kind'] | 'referral' | undefined;

/** A point of the picture. Ids begin with `a:` for accounts and `v:` for values, so that they never meet. */
export type PictureNode =
  | {
      readonly id: string;
      readonly what: 'account';
      readonly accountId: string;
      /** Its place among those in the middle, from the left; absent for the others. */
      readonly place?: number;
    }
  | {
      readonly id: string;
      readonly what: 'value';
      readonly value: SharedValue;
      readonly hub: boolean;
      /** How many hold it that are not drawn. */
      readonly folded: number;
    };

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** `referral` from the referrer to the referee, else the kind of the value. */
  readonly kind: SharedValue['kind'] | 'referral';
}

/** What is drawn, and what there was no room for. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly left: { readonly accounts: number; readonly values: number };
}

const accountNode = (accountId: string): string => `a:${accountId}`;
const isHub = ({ count, places }: SharedValue): boolean => count - holdersOf(places).size > HUB;
const holdersOf = (places: SharedValue['places']): ReadonlySet<string> =>
  new Set(places.map(({ accountId }) => accountId));

/** Chooses what of some accounts' surroundings is drawn: the closest first, never more than `MOST_NODES`. */
export function picture({ middle, shared, referrals }: Surroundings, links?: LinkFilter): Picture {
  const values = shared
    .filter(({ kind }) => links === undefined || kind === links)
    .toSorted((a, b) => rank(a) - rank(b) || a.count - b.count);
  const ties = links === undefined || links === 'referral' ? referrals : [];
  const kept = values.slice(0, MOST_VALUES);
  const others = closest({ middle, values: kept, ties }).slice(
    0,
    MOST_NODES - middle.length - kept.length,
  );
  const drawn = new Set([...middle, ...others]);
  const ids = new Map(shared.map((value, nth) => [value, `v:${nth}`]));
  const valueNode = (value: SharedValue): string => ids.get(value) ?? '';
  const nodes: readonly PictureNode[] = [
    ...[...drawn].map((accountId, nth): PictureNode => ({
      id: accountNode(accountId),
      what: 'account',
      accountId,
      // INVARIANT: those in the middle were put in first.
      ...(nth < middle.length ? { place: nth } : {}),
    })),
    ...kept.map((value): PictureNode => ({
      id: valueNode(value),
      what: 'value',
      value,
      hub: isHub(value),
      folded: Math.max(0, value.count - drawnHolders(value, drawn).length),
    })),
  ];
  const everybody = new Set([
    ...shared.flatMap((value) => value.others),
    ...ties.flatMap(({ referrerId, refereeId }) => [referrerId, refereeId]),
  ]);
  return {
    nodes: nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    edges: [
      ...kept.flatMap((value) =>
        drawnHolders(value, drawn).map((accountId): PictureEdge => ({
          from: accountNode(accountId),
          to: valueNode(value),
          kind: value.kind,
        })),
      ),
      ...referralsAmong(referrals, drawn),
    ],
    left: {
      accounts: links === undefined ? [...everybody].filter((id) => !drawn.has(id)).length : 0,
      values: values.length - kept.length,
    },
  };
}

/** What the middle has in common first, then what leads to few others, hubs last. */
function rank(value: SharedValue): number {
  if (holdersOf(value.places).size > 1) return 0;
  return isHub(value) ? 2 : 1;
}

function drawnHolders(
  { places, others }: SharedValue,
  drawn: ReadonlySet<string>,
): readonly string[] {
  return [...new Set([...holdersOf(places), ...others])].filter((id) => drawn.has(id));
}

interface Around {
  readonly middle: readonly string[];
  readonly values: readonly SharedValue[];
  readonly ties: Surroundings['referrals'];
}

/** Accounts around the middle, those with the most links to it first. */
function closest({ middle, values, ties }: Around): readonly string[] {
  const links = new Map<string, number>();
  const link = (accountId: string, weight: number): void => {
    if (!middle.includes(accountId)) links.set(accountId, (links.get(accountId) ?? 0) + weight);
  };
  for (const value of values) if (!isHub(value)) for (const id of value.others) link(id, 2);
  for (const { referrerId, refereeId } of ties)
    if (middle.includes(referrerId) || middle.includes(refereeId))
      for (const id of [referrerId, refereeId]) link(id, 1);
  return [...links.entries()]
    .toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .map(([accountId]) => accountId);
}

function referralsAmong(
  referrals: Surroundings['referrals'],
  drawn: ReadonlySet<string>,
): readonly PictureEdge[] {
  const pairs = new Map<string, PictureEdge>();
  for (const { referrerId, refereeId } of referrals)
    if (referrerId !== refereeId && drawn.has(referrerId) && drawn.has(refereeId)) {
      const edge = {
        from: accountNode(referrerId),
        to: accountNode(refereeId),
        kind: 'referral',
      } as const;
      pairs.set(`${edge.from} ${edge.to}`, edge);
    }
  return [...pairs.values()];
}
