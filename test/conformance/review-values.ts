import type { ReviewedLedger } from '@doubletake/ledger';
import type {
  CaseAnswer,
  CaseCommand,
  Conclude,
  Conclusion,
  Decision,
  DecisionWrite,
  ReviewCase,
} from '@doubletake/scoring';
import { expect } from 'vitest';
import { accrued, day, decided, referred, write } from './ledger-values.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
/** The instant every case of a row opens at, unless it says otherwise. */
export const OPENED: number = day(10);
/** A second after. */
export const NOW: number = OPENED + 1000;

/** A decision that holds a reward for a person. */
export function held(rewardId: string, more: Partial<Decision> = {}): Decision {
  return {
    ...decided(rewardId, 'review', { on: 10, id: rewardId }),
    reasons: [{ code: 'SHARED_DEVICE', rule: 'pack/device', text: 't', customerText: 'c' }],
    determiningRules: ['pack/device'],
    ...more,
  };
}

/** A reward and the decision that holds it. */
export interface Opening {
  readonly rewardId: string;
  readonly minor?: number;
  readonly currency?: string;
  readonly decision?: Partial<Decision>;
}

/** Records rewards of one pair and holds each; gives the case ids, in order. */
export async function opened(
  ledger: ReviewedLedger,
  openings: readonly (string | Opening)[],
): Promise<readonly string[]> {
  const all = openings.map((each) => (typeof each === 'string' ? { rewardId: each } : each));
  const rewards = all.map(({ rewardId, minor = 2000, currency = 'EUR', decision }) =>
    accrued(rewardId, 1, {
      orderId: `order-${rewardId}`,
      amount: { minor, currency },
      programmeId: decision?.programmeId ?? 'guest',
    }),
  );
  await ledger.append([referred(['ann', 'bob'], 0), ...rewards]);
  const decisions = all.map(({ rewardId, decision }) => held(rewardId, decision));
  await ledger.commitMany(decisions.map((decision) => write(decision)));
  return decisions.map(({ decisionId }) => decisionId);
}

/** One open case. */
export async function openCase(ledger: ReviewedLedger, rewardId = 'r1'): Promise<string> {
  const [caseId = ''] = await opened(ledger, [rewardId]);
  return caseId;
}

/** What a person concludes. */
export function conclusion(caseId: string, more: Partial<Conclude> = {}): Conclude {
  return {
    do: 'conclude',
    caseId,
    by: 'lea',
    at: NOW,
    commandId: `command-${caseId}`,
    outcome: 'block',
    reason: 'REVIEWED_ABUSE',
    label: 'fraud',
    scoreVisible: true,
    ...more,
  };
}

/** The case after an act that must succeed. */
export async function done(ledger: ReviewedLedger, command: CaseCommand): Promise<ReviewCase> {
  const answer = await ledger.desk.act(command);
  expect(answer).toMatchObject({ ok: true });
  return answer.ok ? answer.case : expect.unreachable();
}

export const refusal = (answer: CaseAnswer): string | undefined =>
  answer.ok ? undefined : answer.refusal;

/** What a person's conclusion is kept as. */
export function reviewWrite({ rewardId, commandId }: Conclusion, at: number): DecisionWrite {
  const decision: Decision = {
    ...decided(rewardId, 'void', { on: 0, id: commandId }),
    at,
    stage: 'review',
  };
  return { decision, trigger: `review:${commandId}` };
}
