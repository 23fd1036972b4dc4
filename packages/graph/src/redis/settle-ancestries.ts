import type { AccountRef } from '@doubletake/scoring';
import { ancestry } from '../ancestry.ts';
import type { Link } from '../kin.ts';
import { applyEdits } from './edits.ts';
import { groupedBy } from './grouped-by.ts';
import type { Unpacker } from './pack.ts';
import { NO_KIN_RECORD, packKin, unpackKin } from './packed-kin.ts';
import { readKin } from './read-kin.ts';
import type { Target } from './target.ts';

/** What some accounts should find above them, and how far below the change they are. */
type Plan = ReadonlyMap<AccountRef, { readonly found: readonly Link[]; readonly depth: number }>;

/**
 * Writes down anew who is above these accounts and everyone below them, after their referrers changed. Looks again until
 * there is nothing to write: another writer may have changed what is further up.
 */
export async function settleAncestries(
  accounts: ReadonlySet<AccountRef>,
  target: Target,
): Promise<void> {
  let plan = await planBelow(accounts, target);
  while (plan.size > 0) {
    const levels = groupedBy(plan, ([, { depth }]) => depth);
    // INVARIANT: the lowest level first, so that after a crash the upper ones still show that there is work left.
    for (const depth of [...levels.keys()].toSorted((left, right) => right - left))
      await writeLevel(levels.get(depth) ?? [], target);
    plan = await planBelow(accounts, target);
  }
}

async function planBelow(accounts: ReadonlySet<AccountRef>, target: Target): Promise<Plan> {
  const plan = new Map<AccountRef, { found: readonly Link[]; depth: number }>();
  let asked = [...accounts];
  for (let depth = 0; asked.length > 0; depth += 1) {
    const known = await readKin(target, asked);
    const parents = known.map(({ referrers }) => referrers[0]);
    const parentKin = await readKin(
      target,
      parents.flatMap((parent) => parent?.account ?? []),
    );
    const aboveParents = parentKin.values();
    const below = new Set<AccountRef>();
    asked.forEach((account, index) => {
      const kin = known[index] ?? NO_KIN_RECORD;
      const parent = parents[index];
      const stored = parent && aboveParents.next().value?.ancestry;
      const above = (parent && plan.get(parent.account)?.found) ?? stored ?? [];
      const found = ancestry(account, parent, above);
      if (same(found, plan.get(account)?.found ?? kin.ancestry)) return;
      plan.set(account, { found, depth });
      for (const referee of kin.referees) below.add(referee.account);
    });
    asked = [...below];
  }
  return plan;
}

async function writeLevel(
  level: readonly (readonly [AccountRef, { readonly found: readonly Link[] }])[],
  target: Target,
): Promise<void> {
  const edits = level.map(([account, { found }]) => ({
    place: target.kin(account),
    edit: (record: Unpacker | undefined) => packKin({ ...unpackKin(record), ancestry: found }),
  }));
  await applyEdits(target.store, edits);
}

function same(left: readonly Link[], right: readonly Link[]): boolean {
  return (
    left.length === right.length &&
    left.every(
      ({ account, at }, index) => account === right[index]?.account && at === right[index].at,
    )
  );
}
