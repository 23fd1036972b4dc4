import { GraphError } from '@doubletake/graph';
import type { Decision, Policy, Programme } from '@doubletake/scoring';
import { beforeEach, expect, test } from 'vitest';
import { review } from '../../../../test/support/held-case.ts';
import { DAY, HELD_AT, told } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

let now: number;
let parts: EngineParts;
let isDown: boolean;

/** The policy with something else in every programme. */
function changed({ programmes, ...policy }: Policy, to: Partial<Programme>): Policy {
  const all = [...programmes].map(([name, programme]) => [name, { ...programme, ...to }] as const);
  return { ...policy, programmes: new Map(all) };
}

const WINDOW = 'terms/inside-hold-window';

beforeEach(() => {
  now = HELD_AT;
  isDown = false;
  const shipped = shippedParts(() => now);
  const { graph } = shipped;
  const gatherMany: typeof graph.gatherMany = async (...asked) => {
    if (isDown) throw new GraphError('graph_unavailable', 'nobody listens');
    return graph.gatherMany(...asked);
  };
  const gather: typeof graph.gather = async (...asked) => {
    if (isDown) throw new GraphError('graph_unavailable', 'nobody listens');
    return graph.gather(...asked);
  };
  const policy = changed(shipped.policy, { failMode: 'release' });
  parts = { ...shipped, policy, graph: { ...graph, gather, gatherMany } };
});

const screen = async (): Promise<Decision | undefined> => {
  now += 1000;
  return createEngine(parts).screen('r1', { trigger: `ask-${now}` });
};

/** Two people who have nothing in common. */
const strangers = (): readonly object[] =>
  told().map((event) => {
    const { device: _, ...rest } = { device: undefined, ...event };
    return rest;
  });

const onOneCard = (): readonly object[] =>
  strangers().map((event) =>
    'createdAt' in event ? { ...event, payment: { kind: 'card', fingerprint: 'one-card' } } : event,
  );

async function concludes(outcome: 'release' | 'block'): Promise<void> {
  const { cases } = await parts.ledger.desk.page({ filter: { id: 'r1' } });
  const given =
    outcome === 'block' ? ({ reason: 'REVIEWED_SAME_PERSON', label: 'fraud' } as const) : {};
  const answer = await createEngine(parts).decide(
    review(cases[0]?.case.caseId ?? '', { outcome, ...given }),
  );
  expect(answer).toMatchObject({ ok: true });
}

async function concluded(outcome: 'release' | 'block'): Promise<void> {
  await screen();
  await concludes(outcome);
  now += 10_000;
  await createEngine(parts).wake();
}

interface Row {
  readonly note: string;
  readonly events: readonly object[];
  readonly before: () => Promise<unknown>;
  readonly answer: Pick<Decision, 'outcome' | 'action'>;
}

const PAYS = { outcome: 'release', action: 'pay' } as const;
const WAITS = {
  outcome: 'hold',
  action: 'wait',
  reasons: [{ code: 'STORE_UNAVAILABLE', rule: 'fail-mode' }],
} as const;

const ROWS: readonly Row[] = [
  { note: 'nobody asked before', events: told(), before: async () => {}, answer: PAYS },
  {
    note: 'it waited for the terms alone',
    events: strangers(),
    before: async () => {
      now -= 18 * DAY;
      expect(await screen()).toMatchObject({ action: 'wait' });
      now += 18 * DAY;
    },
    answer: PAYS,
  },
  {
    note: 'it waited for the graph alone',
    events: told(),
    before: async () => {
      const { policy } = parts;
      isDown = true;
      parts = { ...parts, policy: changed(policy, { failMode: 'hold' }) };
      expect(await screen()).toMatchObject(WAITS);
      parts = { ...parts, policy };
    },
    answer: PAYS,
  },
  { note: 'it was released', events: strangers(), before: screen, answer: PAYS },
  { note: 'it is held for a person', events: told(), before: screen, answer: WAITS },
  {
    note: 'a case on it is open, though no rule speaks against it any more',
    events: told(),
    before: async () => {
      await screen();
      const allowance = { allowanceId: 'a', referrerId: 'ann1', refereeId: 'bob1', owner: 'kim' };
      const until = { reason: 'one household', expiresAt: now + DAY };
      await parts.ledger.allow({ ...allowance, ...until }, now);
      parts = { ...parts, policy: changed(parts.policy, { payoutHoldDays: 60 }) };
      expect(await screen()).toMatchObject({ action: 'wait', reasons: [{ rule: WINDOW }] });
      now += 60 * DAY;
    },
    answer: WAITS,
  },
  { note: 'a rule blocked it', events: onOneCard(), before: screen, answer: WAITS },
  {
    note: 'a person is about to block it',
    events: told(),
    before: async () => {
      await screen();
      await concludes('block');
    },
    answer: WAITS,
  },
  {
    note: 'a person blocked it, and that is not written yet',
    events: told(),
    before: async () => {
      await screen();
      await concludes('block');
      now += DAY;
    },
    answer: WAITS,
  },
  {
    note: 'a person blocked it',
    events: told(),
    before: async () => concluded('block'),
    answer: { outcome: 'block', action: 'void' },
  },
  {
    note: 'a person released it',
    events: told(),
    before: async () => concluded('release'),
    answer: PAYS,
  },
];

test.each(ROWS)(
  'a programme that would rather pay than wait for the graph, where $note',
  async ({ events, before, answer }) => {
    await createEngine(parts).recordMany(events);
    await before();
    isDown = true;
    const degraded = { ...answer, degraded: 'graph_unavailable' };
    expect(await screen()).toMatchObject(degraded);
    // What was said without the graph speaks no louder than what was said before.
    expect(await screen()).toMatchObject(degraded);
  },
);

const reviewed = async (): Promise<readonly Decision[]> =>
  (await createEngine(parts).wake()).filter(({ stage }) => stage === 'review');

test('a person’s block outlives whatever is asked before it is written', async () => {
  await createEngine(parts).recordMany(told());
  const held = await screen();
  await concludes('block');
  isDown = true;
  await screen();
  now += 10_000;
  expect(await reviewed()).toMatchObject([{ outcome: 'block', action: 'void' }]);
  isDown = false;
  expect(await screen()).toMatchObject({ action: 'void' });
  const found = await parts.ledger.desk.find(held?.decisionId ?? '');
  expect(found).toMatchObject({ state: 'closed', outcome: 'block', conclusion: { by: 'lea' } });
});

test('what a screening would release meanwhile is held until a person’s block is written', async () => {
  await createEngine(parts).recordMany(told());
  await screen();
  await concludes('block');
  const { ledger } = parts;
  // The pair is allowed meanwhile: no risk rule is heard.
  const allowance = { allowanceId: 'a', referrerId: 'ann1', refereeId: 'bob1', owner: 'kim' };
  await ledger.allow({ ...allowance, reason: 'one household', expiresAt: now + 30 * DAY }, now);
  expect(await screen()).toMatchObject({
    outcome: 'hold',
    action: 'review',
    reasons: [{ code: 'REVIEWED_SAME_PERSON', rule: 'review' }],
  });
  now += 10_000;
  expect(await reviewed()).toMatchObject([{ outcome: 'block', action: 'void' }]);
});
