import type { Decision, EventProblem, Policy } from '@doubletake/scoring';
import { loadRules, policyOf, replay, type ReplaySummary } from 'doubletake';
import { generateWorld } from '../../benchmarks/world/generate.ts';
import type { WorldEvent } from '../../benchmarks/world/contract.ts';

/** A few hundred rewards among honest people and abusers of every kind; the same seed gives the same events. */
export function smallWorld(seed: string): readonly WorldEvent[] {
  const plan = { seed, referrals: 120, background: 200, from: '2025-03-03', days: 20 };
  return generateWorld({ ...plan, rates: { abuse: 0.4 } }).events;
}

/** The same with a payout service that also asks at once, long before it may pay. */
export function askedAtOnce(events: readonly WorldEvent[]): readonly WorldEvent[] {
  return events.flatMap((event): WorldEvent[] =>
    event.type === 'reward.accrued'
      ? [event, { id: `${event.id}-0`, type: 'reward.due', at: event.at, rewardId: event.rewardId }]
      : [event],
  );
}

/** The policy of this repository's rules folder. */
export function repositoryPolicy(pack?: string): Policy {
  const loaded = loadRules();
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return policyOf(loaded.value, pack);
}

/** What a replay gave, whole. */
export interface Replayed {
  readonly decisions: readonly Decision[];
  /** One decision each, as written. */
  readonly written: readonly string[];
  readonly problems: readonly EventProblem[];
  readonly summary: ReplaySummary;
}

async function* numbered(texts: readonly string[]): AsyncGenerator<{ line: number; text: string }> {
  for (const [index, text] of texts.entries()) yield { line: index + 1, text };
}

/** Replays lines of NDJSON; an event that is no text is written as one. */
export async function replayed(
  events: readonly (object | string)[],
  policy: Policy = repositoryPolicy(),
): Promise<Replayed> {
  const decisions: Decision[] = [];
  const written: string[] = [];
  const problems: EventProblem[] = [];
  const summary = await replay({
    lines: numbered(events.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))),
    policy,
    write: (line) => void written.push(line),
    onDecision: (decision) => decisions.push(decision),
    onProblem: (problem) => problems.push(problem),
  });
  return { decisions, written, problems, summary };
}
