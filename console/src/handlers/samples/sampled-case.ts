import type { Conclusion, ReviewCase } from '@doubletake/scoring';
import type { SignedIn } from '../../asked.ts';
import { isSampled } from '../../sample.ts';

/** A case of the sample, what was concluded about it, and where this person stands to it. */
export interface SampledCase {
  readonly held: ReviewCase;
  /** What stood in the end; absent where a later screening answered before anybody did. */
  readonly first: Conclusion | undefined;
  /** Whether this person concluded anything about it themselves. */
  readonly own: boolean;
  /** This person's second look. */
  readonly look: Conclusion | undefined;
  /** Somebody else's. */
  readonly others: readonly Conclusion[];
}

/** The case of the address, if the sample has it. */
export async function sampledCase(asked: SignedIn): Promise<SampledCase | undefined> {
  const held = await asked.house.cases.desk.find(asked.params['caseId'] ?? '');
  const taken = held !== undefined && isSampled(held, asked.house.sample);
  return taken ? looked(asked, held) : undefined;
}

/** What people concluded about a case of the sample. */
export async function looked({ house, user }: SignedIn, held: ReviewCase): Promise<SampledCase> {
  const all = await house.cases.desk.conclusions(held.caseId);
  const opinions = all.filter(({ status }) => status === 'opinion');
  const decided = all.filter(({ status }) => status !== 'opinion');
  return {
    held,
    first: decided.findLast(({ status }) => status === 'final'),
    own: decided.some(({ by, second }) => by === user.userId || second?.by === user.userId),
    look: opinions.findLast(({ by }) => by === user.userId),
    others: opinions.filter(({ by }) => by !== user.userId),
  };
}
