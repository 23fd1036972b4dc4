import type { DomainEvent } from '@doubletake/scoring';
import { correctionId, correctionsIn, type BatchChanges } from '../corrected.ts';
import type { Transaction } from './database.ts';
import { markEvents } from './event-rows.ts';
import { statement } from './statement.ts';

const LOCK = statement('lock-corrected');
const STANDING = statement('standing-rewards');
const REFRESH = statement('refresh-timers');

/** Recalls the rewards that were decided upon what a batch of events corrected; `last` is the last event of it. */
export async function recallCorrected(
  tx: Transaction,
  changes: BatchChanges,
  { id, at }: DomainEvent,
): Promise<void> {
  const { rewards, referrals, links } = correctionsIn(changes);
  if (rewards.length + links.length === 0) return;
  const locked = await tx.query<{ reward_id: string }>(LOCK, [rewards, referrals, links]);
  if (locked.length === 0) return;
  const ids = locked.map((row) => row.reward_id);
  const standing = await tx.query<{ reward_id: string }>(STANDING, [ids]);
  if (standing.length === 0) return;
  const recalled = standing.map((row) => row.reward_id);
  markEvents(
    tx,
    recalled.map((rewardId) => ({
      id: correctionId(id, rewardId),
      type: 'reward.due',
      at,
      rewardId,
    })),
  );
  tx.send(REFRESH, [recalled]);
}
