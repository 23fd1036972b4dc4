import { createEngine } from '../../packages/doubletake/src/engine/engine.ts';
import type { EngineParts } from '../../packages/doubletake/src/engine/parts.ts';
import type { Review } from '@doubletake/scoring';
import { expect } from 'vitest';
import { told } from './held-reward.ts';

/** Records and screens; the case that opens. */
export async function heldCase(parts: EngineParts, n = 1, minor = 1500): Promise<string> {
  const engine = createEngine(parts);
  await engine.recordMany(told(n, minor));
  const decisions = await engine.wake();
  const decision = decisions.find(({ rewardId }) => rewardId === `r${n}`);
  expect(decision).toMatchObject({ action: 'review' });
  return decision?.decisionId ?? '';
}

/** A person finds the case genuine. */
export const review = (caseId: string, more: Partial<Review> = {}): Review => ({
  caseId,
  by: 'lea',
  commandId: 'c1',
  outcome: 'release',
  reason: 'REVIEWED_GENUINE',
  label: 'honest',
  scoreVisible: true,
  ...more,
});

/** A second person approves what the first concluded. */
export async function approved(
  { ledger, clock }: EngineParts,
  caseId: string,
  commandId = 'c1',
): Promise<void> {
  const approve = { do: 'approve', caseId, by: 'kim', at: clock(), commandId } as const;
  expect(await ledger.desk.act(approve)).toMatchObject({ ok: true });
}

/** Everything a settled review leaves behind. */
export async function leftBy(
  { ledger, clock }: EngineParts,
  caseId: string,
  rewardId = 'r1',
): Promise<object> {
  const record = await ledger.read(rewardId, clock());
  return {
    state: (await ledger.desk.find(caseId))?.state,
    decisions: (await ledger.decisionsOn(rewardId)).map(({ stage, action }) => [stage, action]),
    label: record?.reward.label,
    claim: record?.claim?.rewardId,
    allowance: record?.allowance?.owner,
  };
}
