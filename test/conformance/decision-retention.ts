import type { ReviewedLedger } from '@doubletake/ledger';
import type { Decision } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { accrued, day, decided, observed, referred, write } from './ledger-values.ts';
import { ENDPOINT } from './outbox-telling.ts';

// Long before any clock of a database.
const MADE = -3650;
const PAST = day(MADE + 731);

const EVIDENCE: Partial<Decision> = {
  contributions: [{ signal: 'email', level: 'exact', bits: 2.5 }],
  counterfactuals: [{ without: 'email', score: 12.5 }],
  facts: {
    'email.match': 'exact',
    'review.outcome': 'release',
    'review.overruled': ['a/b', 'c/d'],
  },
  reasons: [{ code: 'SAME_EMAIL', rule: 'a/b', text: 'Both wrote one', customerText: 'We look' }],
  determiningRules: ['a/b'],
  shadow: [{ rule: 'c/d', outcome: 'block' }],
};

const made = (rewardId: string, action: Decision['action'], on: number): Decision => ({
  ...decided(rewardId, action, { on, id: `${rewardId}-${on}` }),
  ...EVIDENCE,
});

const without = (decision: Decision): Decision => ({
  ...decision,
  contributions: [],
  counterfactuals: [],
  facts: { 'review.outcome': 'release', 'review.overruled': ['a/b', 'c/d'] },
  evidenceExpired: true,
});

/** What a decision was made from goes after 24 months; what was decided does not. */
export function decisionRetention(ledger: () => ReviewedLedger): void {
  const tell = async (...decisions: readonly Decision[]): Promise<void> => {
    await ledger().append([
      observed('ann', MADE, { email: 'ann@example.com' }),
      referred(['ann', 'bob'], MADE),
      ...['r1', 'r2', 'r3'].map((rewardId) => accrued(rewardId, MADE, { orderId: 'o1' })),
    ]);
    const take = ['take', 'o1'] as const;
    for (const decision of decisions)
      await ledger().commit(write(decision, decision.action === 'pay' ? take : undefined));
  };

  test('evidence and facts of a decision go 24 months after it was made, and nothing else of it', async () => {
    const decision = made('r1', 'pay', MADE);
    await tell(decision);
    const votes = () => ledger().desk.ruleVotes({ from: 0, to: PAST });
    const before = { read: await ledger().read('r1', PAST), votes: await votes() };
    expect(await ledger().upkeep.expireDecisions(day(MADE + 730), 10)).toBe(0);
    expect(await ledger().decision(decision.decisionId)).toEqual(decision);
    expect(await ledger().upkeep.expireDecisions(PAST, 10)).toBe(1);
    expect(await ledger().upkeep.expireDecisions(PAST, 10)).toBe(0);
    const kept = without(decision);
    expect(await ledger().decision(decision.decisionId)).toEqual(kept);
    expect(await ledger().decisionsOn('r1')).toEqual([kept]);
    expect(await ledger().decided('r1', `on ${decision.decisionId}`)).toEqual(kept);
    // The claim, the tally and the counts of rules are as they were.
    expect(await ledger().read('r1', PAST)).toEqual({ ...before.read, previous: kept });
    expect(await votes()).toEqual(before.votes);
    expect((await ledger().commit(write(decision))).outcome).toBe('existing');
  });

  test('a webhook that tells of it later tells what is still kept', async () => {
    const { outbox, upkeep } = ledger();
    await outbox.addEndpoint(ENDPOINT);
    const decision = made('r1', 'pay', MADE);
    await tell(decision);
    await upkeep.expireDecisions(PAST, 10);
    expect(await outbox.due(PAST, { limit: 10, leaseFor: 1 })).toMatchObject([
      { decision: without(decision) },
    ]);
  });

  test('the oldest go first, so many at a time', async () => {
    await tell(made('r1', 'pay', MADE + 2), made('r2', 'wait', MADE + 1), made('r3', 'void', MADE));
    const left = async (): Promise<readonly string[]> => {
      const decisions = await Promise.all(['r1', 'r2', 'r3'].map(ledger().decisionsOn));
      const whole = decisions.flat().filter(({ evidenceExpired }) => evidenceExpired !== true);
      return whole.map(({ rewardId }) => rewardId);
    };
    const late = day(MADE + 735);
    expect(await ledger().upkeep.expireDecisions(late, 2)).toBe(2);
    expect(await left()).toEqual(['r1']);
    expect(await ledger().upkeep.expireDecisions(late, 2)).toBe(1);
    expect(await left()).toEqual([]);
  });

  test('a case that waits for a person keeps what they need to decide', async () => {
    await tell(made('r1', 'review', MADE), made('r2', 'review', MADE));
    await ledger().commit(write(made('r2', 'void', MADE + 1)));
    expect(await ledger().upkeep.expireDecisions(PAST + 86_400_000, 10)).toBe(2);
    expect(await ledger().decisionsOn('r1')).toEqual([made('r1', 'review', MADE)]);
  });
}
