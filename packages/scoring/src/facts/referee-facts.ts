import type { Observation, Observations } from '../evidence/observation.ts';
import { DAY, MINUTE } from '../instant.ts';
import { siblingsOf } from '../signals/siblings.ts';
import type { FactFamily } from './collected.ts';

const levelOf = (observations: Observations, signal: string): string | undefined => {
  const seen: Observation | undefined = observations[signal];
  return seen?.kind === 'table' ? seen.level : undefined;
};

const answered = (level: string | undefined, yes: string): boolean | undefined =>
  level === undefined ? undefined : level === yes;

/** What is known of the one who was brought. */
export const refereeFacts: FactFamily = ({ scene, observations }) => {
  const { referee, record, at, neighbourhood } = scene;
  const { profile } = referee;
  const clickedAt = record.referral?.clickedAt;
  return {
    'referee.accountAgeDays': profile && Math.max(0, (at - profile.createdAt) / DAY),
    'referee.status': profile?.status,
    'referee.roles': profile?.roles,
    'referee.emailDisposable': answered(levelOf(observations, 'disposable'), 'disposable'),
    'referee.emailCatchAll': answered(levelOf(observations, 'disposable'), 'catch_all'),
    'referee.phoneVoip': answered(levelOf(observations, 'voip'), 'yes'),
    'referee.anonymised': answered(levelOf(observations, 'anonymiser'), 'yes'),
    'referee.minutesFromClick':
      profile && clickedAt !== undefined && profile.createdAt >= clickedAt
        ? (profile.createdAt - clickedAt) / MINUTE
        : undefined,
    'referee.siblings': neighbourhood.referees.length > 0 ? siblingsOf(scene).size : undefined,
    'referee.earlierOrders': record.refereeEarlierOrders,
  };
};
