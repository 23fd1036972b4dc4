import { HYPOTHESES, type Decision, type Hypothesis } from '@doubletake/scoring';
import type { ShownStory } from '../models/case-parts.ts';
import { suspicionTone } from './suspicion.ts';

const MEANINGS: Readonly<Record<Hypothesis, string>> = {
  unrelated: 'Two people, a genuine referral',
  household: 'Two people who live together',
  assisted: 'One signed the other up',
  self: 'One person on both sides',
  ring: 'Accounts acting together',
};

/** How likely each story of the pair is. */
export function shownStories(posterior: Decision['posterior']): readonly ShownStory[] {
  return HYPOTHESES.map((story) => {
    const percent = Math.round(posterior[story] * 1000) / 10;
    const tone = isAbuse(story) ? (suspicionTone(percent) ?? 'plain') : 'good';
    return { name: story, meaning: MEANINGS[story], percent, tone };
  });
}

const isAbuse = (story: Hypothesis): boolean => story === 'self' || story === 'ring';
