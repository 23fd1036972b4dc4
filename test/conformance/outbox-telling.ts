import type { ReviewedLedger } from '@doubletake/ledger';
import type { WebhookEndpoint } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { accrued, decided, referred, write } from './ledger-values.ts';
import {
  conclusion,
  done,
  held,
  MINUTE,
  NOW,
  OPENED,
  openCase,
  reviewWrite,
} from './review-values.ts';

const LEASE = MINUTE;

/** Somebody who wants to be told of every decision. */
export const ENDPOINT: WebhookEndpoint = {
  endpointId: 'hook_a',
  url: 'https://host.example/hook',
  types: ['decision.made'],
  secrets: { current: 'whsec_AAAA' },
  createdBy: 'ada',
  createdAt: NOW,
};

/** What every outbox is told by decisions, and what it is not. */
export function tellingTests(ledger: () => ReviewedLedger): void {
  const add = (more: Partial<WebhookEndpoint> = {}) =>
    ledger().outbox.addEndpoint({ ...ENDPOINT, ...more });
  const due = () => ledger().outbox.due(NOW, { limit: 10, leaseFor: LEASE });
  const told = async () => (await due()).map(({ type, decisionId }) => [type, decisionId]);

  test('every decision, to each endpoint that asks for it, with the decision as it is kept', async () => {
    await add({ endpointId: 'hook_b' });
    await add();
    await add({ endpointId: 'hook_c', types: ['reward.claw_back'] });
    const caseId = await openCase(ledger());
    const deliveries = await due();
    expect(deliveries.map(({ endpointId }) => endpointId)).toEqual(['hook_a', 'hook_b']);
    const { seq: _, ...first } = deliveries[0] ?? {};
    expect(first).toEqual({
      messageId: `msg_decision_made_${caseId}`,
      endpointId: 'hook_a',
      type: 'decision.made',
      decisionId: caseId,
      at: OPENED,
      state: 'pending',
      tries: 0,
      nextAt: NOW + LEASE,
      lease: 1,
      endpoint: ENDPOINT,
      decision: await ledger().decision(caseId),
    });
  });

  test('a case when it opens, and not when a further screening refreshes it', async () => {
    await add({ types: ['case.opened'] });
    const caseId = await openCase(ledger());
    await ledger().commit(write(held('r1', { decisionId: 'dec_again' })));
    expect(await told()).toEqual([['case.opened', caseId]]);
  });

  test('a reward to claw back', async () => {
    await add({ types: ['reward.claw_back'] });
    await ledger().append([referred(['ann', 'bob'], 0), accrued('r1', 1)]);
    const back = decided('r1', 'claw_back', { on: 9, id: 'back' });
    await ledger().commit(write(decided('r1', 'pay', { on: 8, id: 'pay' })));
    await ledger().commit(write(back));
    expect(await told()).toEqual([['reward.claw_back', back.decisionId]]);
  });

  test('what a person concluded when it is decided, and nothing of what was undone before', async () => {
    await add({ types: ['case.concluded'] });
    const caseId = await openCase(ledger());
    await done(ledger(), conclusion(caseId, { undoFor: 10_000 }));
    await done(ledger(), {
      do: 'undo',
      caseId,
      by: 'lea',
      at: NOW + 1,
      commandId: `command-${caseId}`,
    });
    await ledger().desk.lapse(NOW + 20_000, 10);
    expect(await ledger().desk.settled(10)).toEqual([]);
    expect(await told()).toEqual([]);

    await done(ledger(), conclusion(caseId, { commandId: 'second', at: NOW + 2 }));
    expect(await told()).toEqual([]);
    await ledger().desk.lapse(NOW + 20_000, 10);
    const [settled] = await ledger().desk.settled(10);
    if (settled === undefined) throw new Error('nothing settled');
    const { decision } = reviewWrite(settled, NOW);
    await ledger().commit(reviewWrite(settled, NOW));
    expect(await told()).toEqual([['case.concluded', decision.decisionId]]);
  });

  test('a decision committed twice is told once, one that was refused not at all', async () => {
    await add();
    await openCase(ledger());
    const again = await ledger().commit(write(held('r1')));
    expect(again.outcome).toBe('existing');
    const stray = ledger().commit(write(decided('nothing', 'pay', { on: 9, id: 'x' })));
    await expect(stray).rejects.toMatchObject({ code: 'ledger_reward_unknown' });
    expect(await told()).toHaveLength(1);
  });

  test('nothing to an endpoint that was added later', async () => {
    await openCase(ledger());
    await add();
    expect(await told()).toEqual([]);
  });
}
