import {
  DAY,
  HOUR,
  parseEvent,
  printInstant,
  type Decision,
  type EventProblem,
  type Instant,
  type Policy,
} from '@doubletake/scoring';
import { replay } from './replay.ts';

/** One pair as somebody writes it down: the fields of DESIGN §3 without ids and times, which are filled in. */
export interface PairInput {
  readonly referrer: object;
  readonly referee: object;
  readonly referral?: object;
  readonly order?: object;
  readonly reward?: object;
}

export type ScoredPair =
  | { readonly ok: true; readonly value: Decision }
  | { readonly ok: false; readonly problems: readonly EventProblem[] };

/** The events a pair amounts to: an old referrer, a referee who came, ordered and completed, a reward asked for. */
function eventsOf(
  { referrer, referee, referral, order, reward }: PairInput,
  at: Instant,
): object[] {
  const when = (before: number): string => printInstant(at - before);
  return [
    {
      id: 'referrer',
      type: 'account.observed',
      at: when(31 * DAY),
      accountId: 'referrer',
      createdAt: when(365 * DAY),
      ...referrer,
    },
    {
      id: 'referee',
      type: 'account.observed',
      at: when(30 * DAY),
      accountId: 'referee',
      createdAt: when(30 * DAY),
      ...referee,
    },
    {
      id: 'referral',
      type: 'referral.attributed',
      at: when(30 * DAY - HOUR),
      referralId: 'referral',
      programmeId: 'pair',
      referrerId: 'referrer',
      refereeId: 'referee',
      ...referral,
    },
    {
      id: 'order',
      type: 'order.updated',
      at: when(20 * DAY),
      orderId: 'order',
      accountId: 'referee',
      status: 'completed',
      ...order,
    },
    {
      id: 'reward',
      type: 'reward.accrued',
      at: when(19 * DAY),
      rewardId: 'reward',
      programmeId: 'pair',
      referralId: 'referral',
      orderId: 'order',
      beneficiaryId: 'referrer',
      side: 'referrer',
      channel: 'referral',
      kind: 'credit',
      amount: { minor: 2000, currency: 'EUR' },
      ...reward,
    },
    { id: 'due', type: 'reward.due', at: when(0), rewardId: 'reward' },
  ];
}

/**
 * Scores one pair without any store: the same path as every other decision, on a world of two accounts. Nothing is
 * known of how common a value is, so the model's typical frequencies stand in.
 *
 * @param at - the instant to decide at
 */
export async function scorePair(
  input: PairInput,
  policy: Policy,
  at: Instant,
): Promise<ScoredPair> {
  const events = eventsOf(input, at);
  const problems = events.flatMap((event, index): readonly EventProblem[] => {
    const parsed = parseEvent(event, index + 1);
    return parsed.ok ? [] : parsed.problems;
  });
  if (problems.length > 0) return { ok: false, problems };
  const decisions: Decision[] = [];
  await replay({
    lines: numbered(events),
    policy,
    write: () => {},
    onDecision: (decision) => decisions.push(decision),
  });
  const value = decisions.at(-1);
  if (!value) throw new Error('a pair with a reward due gave no decision');
  return { ok: true, value };
}

async function* numbered(
  events: readonly object[],
): AsyncGenerator<{ line: number; text: string }> {
  for (const [index, event] of events.entries())
    yield { line: index + 1, text: JSON.stringify(event) };
}
