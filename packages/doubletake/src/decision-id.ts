import { createHash } from 'node:crypto';

/** Name of the decision a trigger leads to: the same trigger on the same reward is the same decision. */
export function decisionIdOf(rewardId: string, trigger: string): string {
  const text = JSON.stringify([rewardId, trigger]);
  return `dec_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
}
