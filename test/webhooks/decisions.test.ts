import { openDoubletake, webhookSender, type OpenDoubletake } from 'doubletake';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, HELD_AT, told } from '../support/held-reward.ts';
import { startReceiver, type Receiver } from './receiver.ts';

let engine: OpenDoubletake;
let receiver: Receiver;
let now: number;
let caseId: string;

beforeEach(async () => {
  now = HELD_AT + DAY;
  engine = await openDoubletake({ clock: () => now });
  receiver = await startReceiver();
  await engine.parts.ledger.outbox.addEndpoint({
    endpointId: 'hook',
    url: receiver.url,
    types: ['case.opened', 'case.concluded'],
    secrets: { current: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    createdBy: 'ada',
    createdAt: now,
  });
  await engine.recordMany(told());
  const decisions = await engine.wake();
  caseId = decisions.find(({ action }) => action === 'review')?.decisionId ?? '';
});
afterEach(async () => {
  await receiver.close();
  await engine.close();
});

/** What a host is told by now: types and bodies. */
async function toldBy(): Promise<readonly { type: string; data: Record<string, unknown> }[]> {
  await engine.wake();
  const { outbox } = engine.parts.ledger;
  await webhookSender({ outbox, clock: () => now, chance: () => 0.5, loopback: true }).sendDue();
  return receiver.received.map(({ body }) => JSON.parse(body));
}

const decide = (commandId: string) =>
  engine.decide({
    caseId,
    commandId,
    by: 'lea',
    outcome: 'block',
    reason: 'REVIEWED_SAME_PERSON',
    label: 'fraud',
    scoreVisible: true,
  });

test('a case that opens is told, without a word that names anybody', async () => {
  const [message, ...rest] = await toldBy();
  expect(rest).toEqual([]);
  expect(message).toMatchObject({
    type: 'case.opened',
    data: { decisionId: caseId, rewardId: 'r1', outcome: 'hold', action: 'review' },
  });
  expect(Object.keys(message?.data ?? {}).toSorted()).toEqual([
    'action',
    'at',
    'decisionId',
    'outcome',
    'programmeId',
    'reasons',
    'rewardId',
    'stage',
    'versions',
  ]);
  const kept = await engine.parts.ledger.decision(caseId);
  expect(message?.data['reasons']).toEqual(
    kept?.reasons.map(({ code, customerText }) => ({ code, customerText })),
  );
  expect(JSON.stringify(message)).not.toMatch(/ann1|bob1|device-1|score/);
});

test('what is undone is never told; what is not, once its time to undo is over', async () => {
  await toldBy();
  expect(await decide('first')).toMatchObject({ ok: true });
  const { desk } = engine.parts.ledger;
  const undone = await desk.act({ do: 'undo', caseId, by: 'lea', at: now + 1, commandId: 'first' });
  expect(undone).toMatchObject({ ok: true });
  now += 60_000;
  expect(await toldBy()).toHaveLength(1);

  expect(await decide('second')).toMatchObject({ ok: true });
  now += 9_999;
  expect(await toldBy()).toHaveLength(1);
  now += 2;
  const messages = await toldBy();
  expect(messages.slice(1)).toMatchObject([
    { type: 'case.concluded', data: { caseId, outcome: 'block', action: 'void', stage: 'review' } },
  ]);
  expect(await toldBy()).toHaveLength(2);
});
