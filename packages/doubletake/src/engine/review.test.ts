import { GraphError } from '@doubletake/graph';
import { programmeOf, type Decision } from '@doubletake/scoring';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { approved, heldCase, leftBy, review } from '../../../../test/support/held-case.ts';
import { DAY, HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

let now: number;
let parts: EngineParts;
const engine = () => createEngine(parts);

beforeEach(() => {
  now = HELD_AT;
  parts = shippedParts(() => now);
});

const held = (n = 1, minor = 1500) => heldCase(parts, n, minor);
const left = (caseId: string, rewardId = 'r1') => leftBy(parts, caseId, rewardId);
const down = () => Promise.reject(new GraphError('graph_timeout', 'no'));

describe('a person decides', () => {
  it('is a decision once the undo window has closed, with its label, its claim and its allowance', async () => {
    const caseId = await held();
    const allowance = { reason: 'one household', expiresAt: now + 90 * DAY };
    expect(await engine().decide(review(caseId, { allowance }))).toMatchObject({ ok: true });
    await approved(parts, caseId);
    now += 9_999;
    expect(await engine().wake()).toEqual([]);
    now += 1;
    const decisions = await engine().wake();
    expect(decisions).toMatchObject([
      {
        rewardId: 'r1',
        stage: 'review',
        outcome: 'release',
        action: 'pay',
        reasons: [{ code: 'REVIEWED_GENUINE', rule: 'review' }],
        determiningRules: [],
        review: { caseId, commandId: 'c1', of: caseId, by: 'lea', label: 'honest' },
      },
    ]);
    expect(decisions[0]?.contributions.length).toBeGreaterThan(0);
    expect(await left(caseId)).toEqual({
      state: 'closed',
      decisions: [
        ['due', 'review'],
        ['review', 'pay'],
      ],
      label: 'honest',
      claim: 'r1',
      allowance: 'lea',
    });
    expect(await engine().wake()).toEqual([]);
  });

  it.each([
    ['before payout', [], 'void'],
    ['after payout', [{ id: 'p', type: 'reward.paid', rewardId: 'r1' }], 'claw_back'],
  ] as const)('a block %s', async (_, events, action) => {
    const caseId = await held();
    const at = new Date(now).toISOString();
    await engine().recordMany(events.map((event) => ({ ...event, at })));
    const fraud = { outcome: 'block', label: 'fraud', reason: 'REVIEWED_SAME_PERSON' } as const;
    await engine().decide(review(caseId, fraud));
    now += 10_000;
    expect(await engine().wake()).toMatchObject([{ stage: 'review', outcome: 'block', action }]);
  });

  it('overrules risk rules, never the terms: another reward was paid for the order meanwhile', async () => {
    const caseId = await held();
    await engine().decide(review(caseId));
    const [other] = told().filter((event) => 'beneficiaryId' in event);
    await engine().record({ ...other, id: 'x', rewardId: 'r9' });
    const { decision } = await winner('r9');
    await parts.ledger.commit({
      decision,
      trigger: 'x',
      claim: { effect: 'take', orderId: 'o1', side: 'referrer' },
    });
    now += 10_000;
    expect(await engine().wake()).toMatchObject([
      {
        stage: 'review',
        outcome: 'block',
        action: 'void',
        reasons: [{ code: 'PAID_FOR_ORDER' }],
        review: { outcome: 'release', label: 'honest' },
      },
    ]);
    expect(await left(caseId)).toMatchObject({ state: 'closed', claim: 'r9' });
  });

  it('leaves an answer of a later screening alone', async () => {
    const caseId = await held();
    await engine().decide(review(caseId));
    const { decision } = await winner('r1');
    await parts.ledger.commit({ decision: { ...decision, action: 'void' }, trigger: 'x' });
    now += 10_000;
    expect(await engine().wake()).toEqual([]);
    expect(await parts.ledger.desk.find(caseId)).toMatchObject({ outcome: 'overtaken' });
  });

  it('is undone: nothing ever leaves the house', async () => {
    const caseId = await held();
    await engine().decide(review(caseId));
    const undo = { do: 'undo', caseId, by: 'lea', at: now + 1, commandId: 'c1' } as const;
    await parts.ledger.desk.act(undo);
    now += DAY;
    expect(await engine().wake()).toEqual([]);
    expect(await left(caseId)).toMatchObject({ state: 'open', label: undefined });
  });

  it('waits for a second person from the programme’s amount on', async () => {
    const { secondPersonFrom } = programmeOf(parts.policy, 'guest-credit');
    const caseId = await held(1, secondPersonFrom);
    await engine().decide(review(caseId));
    now += DAY;
    expect(await engine().wake()).toEqual([]);
    await approved(parts, caseId);
    now += 10_000;
    expect(await engine().wake()).toMatchObject([{ action: 'pay', review: { secondBy: 'kim' } }]);
  });

  it.each([
    ['a reason nobody wrote', { reason: 'toString' }, 'reason_unknown'],
    [
      'a reason that only rules give',
      { reason: 'SHARED_DEVICE', outcome: 'block' },
      'reason_unknown',
    ],
    [
      'to block by a reason to release',
      { reason: 'REVIEWED_GENUINE', outcome: 'block' },
      'reason_unfit',
    ],
    [
      'to release by a reason to block',
      { reason: 'REVIEWED_COLLUSION', outcome: 'release' },
      'reason_unfit',
    ],
  ] as const)('refuses %s, in one case or in many', async (_, wrong, refusal) => {
    const caseId = await held();
    const refused = { ok: false, refusal };
    expect(await engine().decide(review(caseId, wrong))).toEqual(refused);
    const { caseId: __, ...many } = review(caseId, { ...wrong, label: 'fraud' });
    for (const preview of [true, false])
      expect(await engine().decideMany({ ...many, caseIds: [caseId], preview })).toMatchObject({
        items: [{ caseId, answer: refused }],
      });
    expect(await parts.ledger.desk.find(caseId)).toMatchObject({ state: 'open' });
  });

  it.each([
    ['what the reason says', {}, 'unsure'],
    ['another that was given', { label: 'honest' }, 'honest'],
  ] as const)('is labelled as %s', async (_, given, label) => {
    const caseId = await held();
    const { label: __, ...unlabelled } = review(caseId, { reason: 'REVIEWED_UNPROVEN' });
    expect(await engine().decide({ ...unlabelled, ...given })).toMatchObject({
      case: { conclusion: { label } },
    });
  });

  it('needs a case', async () => {
    expect(await engine().decide(review('none'))).toEqual({ ok: false, refusal: 'case_unknown' });
  });

  it.each([
    ['release', 'pay', {}],
    ['block', 'void', { reason: 'REVIEWED_SAME_PERSON', label: 'fraud' }],
  ] as const)('a %s needs no graph, and stands once it is back', async (outcome, action, given) => {
    const caseId = await held();
    await engine().decide(review(caseId, { outcome, ...given }));
    now += 10_000;
    const { graph } = parts;
    parts = { ...parts, graph: { ...graph, gather: down, gatherMany: down } };
    expect(await engine().wake()).toMatchObject([
      { stage: 'review', outcome, action, degraded: 'graph_timeout' },
    ]);
    expect(await left(caseId)).toMatchObject({ state: 'closed' });
    parts = { ...parts, graph };
    expect(await engine().screen('r1')).toMatchObject({ outcome, action });
  });

  it('without the graph, a release keeps the terms all the same', async () => {
    const caseId = await held();
    await engine().decide(review(caseId));
    const [order] = told().filter((event) => 'status' in event);
    await engine().record({
      ...order,
      id: 'x',
      status: 'cancelled',
      at: new Date(now).toISOString(),
    });
    now += 10_000;
    parts = { ...parts, graph: { ...parts.graph, gather: down, gatherMany: down } };
    const [decided] = (await engine().wake()).filter(({ stage }) => stage === 'review');
    expect(decided).toMatchObject({ outcome: 'block', reasons: [{ code: 'ORDER_UNDONE' }] });
  });
});

test('a hold nobody answered in time is escalated, never released', async () => {
  const caseId = await held();
  now += 2 * DAY;
  expect(await engine().wake()).toEqual([]);
  expect(await left(caseId)).toMatchObject({ state: 'escalated', decisions: [['due', 'review']] });
});

test('a whole ring in one decision: previewed, then each decided or refused for itself', async () => {
  const ids = [await held(1, 1500), await held(2, 700), await held(3, 1999)];
  const [one = '', two = '', three = ''] = ids;
  await parts.ledger.desk.act({ do: 'claim', caseId: three, by: 'kim', at: now });
  const { caseId: _, ...shared } = review('', {
    outcome: 'block',
    reason: 'REVIEWED_COLLUSION',
  });
  const ring = { ...shared, caseIds: [one, two, three, 'none', one] };
  const answers = [
    { caseId: one, answer: { ok: true } },
    { caseId: two, answer: { ok: true } },
    { caseId: three, answer: { ok: false, refusal: 'leased_by_other' } },
    { caseId: 'none', answer: { ok: false, refusal: 'case_unknown' } },
  ];
  const sums = [{ minor: 2200, currency: 'EUR' }];
  expect(await engine().decideMany({ ...ring, preview: true })).toMatchObject({
    items: answers,
    sums,
  });
  expect(await parts.ledger.desk.find(one)).toMatchObject({ state: 'open' });
  expect(await engine().decideMany(ring)).toMatchObject({ items: answers, sums });
  expect(await engine().decideMany(ring)).toMatchObject({ items: answers, sums });
  now += 10_000;
  const decisions = await engine().wake();
  const actions = new Map(decisions.map(({ rewardId, action }) => [rewardId, action]));
  expect(actions).toEqual(
    new Map([
      ['r1', 'void'],
      ['r2', 'void'],
    ]),
  );
});

/** A decision to pay, taken elsewhere. */
async function winner(rewardId: string): Promise<{ readonly decision: Decision }> {
  const [first] = await parts.ledger.decisionsOn('r1');
  if (first === undefined) return expect.unreachable();
  const decision: Decision = {
    ...first,
    rewardId,
    decisionId: `other-${rewardId}`,
    outcome: 'release',
    action: 'pay',
  };
  return { decision };
}
