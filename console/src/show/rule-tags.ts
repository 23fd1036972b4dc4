import type { BookedRule, RuleVotes } from '@doubletake/scoring';
import type { RuleViews } from '../models/rules.ts';
import { shownCount } from './number.ts';

type Rule = BookedRule['rule'];

/** What each mode means. */
export const MODES: Readonly<Record<Rule['mode'], RuleViews['rule']['mode']>> = {
  live: { text: 'live', tone: 'good', meaning: 'it counts' },
  shadow: {
    text: 'on trial',
    tone: 'fair',
    meaning: 'it is evaluated and reported, and counts for nothing',
  },
  off: { text: 'off', tone: 'plain', meaning: 'it is not evaluated' },
};

const VOTES: Readonly<Record<Rule['event']['type'], RuleViews['rule']['vote']>> = {
  block: { text: 'block', tone: 'bad', meaning: 'the reward is not paid' },
  hold: { text: 'hold', tone: 'fair', meaning: 'the reward waits' },
  release: { text: 'release', tone: 'good', meaning: 'the reward is paid' },
};

/** What a rule asks for when it holds. */
export function voteTag({ event: { type, params } }: Rule): RuleViews['rule']['vote'] {
  const vote = VOTES[type];
  if (params.final === true)
    return { ...vote, text: 'final block', meaning: `${vote.meaning}, and no exception lifts it` };
  if (params.until !== undefined)
    return { ...vote, meaning: `${vote.meaning} until ${params.until}` };
  return vote;
}

/** How often a rule decided, or on trial would have voted, in words. */
export function votesTold(votes: readonly RuleVotes[], mode: Rule['mode']): string {
  const sum = (shadow: boolean): number =>
    votes.filter((each) => each.shadow === shadow).reduce((total, { count }) => total + count, 0);
  const [decided, trial] = [sum(false), sum(true)];
  if (mode === 'off' && decided + trial === 0) return '–';
  if (trial === 0) return mode === 'shadow' ? '0 on trial' : shownCount(decided);
  return decided === 0 && mode === 'shadow'
    ? `${shownCount(trial)} on trial`
    : `${shownCount(decided)}, ${shownCount(trial)} on trial`;
}
