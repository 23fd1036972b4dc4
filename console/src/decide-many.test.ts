import type { BulkReview, CaseAnswer, Engine, ReviewCase } from '@doubletake/scoring';
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';
import { decideMany } from './decide-many.ts';

const held = (caseId: string): ReviewCase => ({
  caseId,
  rewardId: `r-${caseId}`,
  programmeId: 'p',
  beneficiaryId: 'b',
  amount: { minor: caseId.length * 100, currency: caseId.length % 2 === 0 ? 'EUR' : 'USD' },
  decisionId: 'd',
  score: 1,
  reasons: [],
  rules: [],
  openedAt: 0,
  refreshedAt: 0,
  dueAt: 0,
  state: 'pending',
  leases: 0,
  skippedBy: [],
});

/** Decides every case but those named with an `x`, and keeps what it was asked. */
function engine(asked: BulkReview[]): Pick<Engine, 'decideMany'> {
  return {
    decideMany: async (bulk) => {
      asked.push(bulk);
      const items = bulk.caseIds.map((caseId) => {
        const answer: CaseAnswer = caseId.startsWith('x')
          ? { ok: false, refusal: 'case_unknown' }
          : { ok: true, case: held(caseId) };
        return { caseId, answer };
      });
      const amounts = items.flatMap(({ answer }) => (answer.ok ? [answer.case.amount] : []));
      const of = (currency: string) => ({
        currency,
        minor: amounts.reduce(
          (sum, each) => sum + (each.currency === currency ? each.minor : 0),
          0,
        ),
      });
      const named = [...new Set(amounts.map(({ currency }) => currency))];
      return { items, sums: named.map(of) };
    },
  };
}

const BULK = {
  by: 'ann',
  commandId: 'command',
  outcome: 'block',
  reason: 'R',
  label: 'fraud',
  scoreVisible: true,
} as const;

test.prop([fc.uniqueArray(fc.stringMatching(/^[a-x]{1,6}$/), { maxLength: 90 })])(
  'many cases in stretches answer as they would at once, under one command, each in one stretch',
  async (caseIds) => {
    const asked: BulkReview[] = [];
    const answer = await decideMany(engine(asked), { ...BULK, caseIds });
    const whole = await engine([]).decideMany({ ...BULK, caseIds });
    expect(answer.items).toEqual(whole.items);
    const byName = (sums: typeof whole.sums) =>
      sums.toSorted((a, b) => a.currency.localeCompare(b.currency));
    expect(byName(answer.sums)).toEqual(byName(whole.sums));
    expect(asked.flatMap((bulk) => bulk.caseIds)).toEqual(caseIds);
    expect(asked.every((bulk) => bulk.commandId === 'command' && bulk.caseIds.length <= 20)).toBe(
      true,
    );
  },
);
