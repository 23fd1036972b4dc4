import type { ApiKey, Instant } from '@doubletake/scoring';
import { isGood } from '../../access/api-key.ts';
import { API_SCOPES } from '../../access/api-scopes.ts';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';
import type { ShownState } from '../../models/case-parts.ts';
import { administrationTabs } from '../../show/administration.ts';
import { shownTime } from '../../show/time.ts';

/** Days a key may be good for; the first is offered. */
export const LIFETIMES = ['90', '30', '180', '365'] as const;

/** Every key, and a form for one more. */
export function apiKeys(asked: SignedIn): Promise<Answer> {
  return apiKeysPage(asked, { label: '', scopes: [], days: LIFETIMES[0], problems: {} });
}

interface Typed {
  readonly label: string;
  readonly scopes: readonly string[];
  readonly days: string;
  readonly problems: FormProblems;
}

/** The page with what was typed and what was wrong with it. */
export async function apiKeysPage(asked: SignedIn, typed: Typed): Promise<Answer> {
  const { house, user, at } = asked;
  const [keys, users] = await Promise.all([house.access.apiKeys(), house.access.users()]);
  const names = new Map(users.map(({ userId, name }) => [userId, name]));
  const time = (instant: Instant) => shownTime(instant, user.settings.zone);
  const { label, scopes, days, problems } = typed;
  const model = {
    title: 'API keys',
    tabs: administrationTabs(user.role, '/api-keys'),
    keys: keys.map((key) => ({
      keyId: key.keyId,
      label: key.label,
      scopes: key.scopes,
      by: names.get(key.createdBy) ?? key.createdBy,
      made: time(key.createdAt),
      expires: key.expiresAt === undefined ? undefined : time(key.expiresAt),
      used: key.lastUsedAt === undefined ? undefined : time(key.lastUsedAt),
      state: stateOf(key, at),
      revocable: isGood(key, at),
    })),
    label,
    scopes: {
      name: 'scopes',
      legend: 'What it may do',
      options: Object.entries(API_SCOPES).map(([value, means]) => ({
        value,
        label: means,
        checked: scopes.includes(value),
      })),
      problem: problems['scopes'],
    },
    days: {
      name: 'days',
      label: 'Good for',
      options: LIFETIMES.toSorted((a, b) => Number(a) - Number(b)).map((value) => ({
        value,
        label: `${value} days`,
      })),
      selected: days,
    },
    problems,
  };
  return page('api-keys', model, Object.keys(problems).length === 0 ? 200 : 422);
}

function stateOf(key: ApiKey, at: Instant): ShownState {
  if (key.revokedAt !== undefined) return { text: 'revoked', tone: 'bad' };
  return isGood(key, at) ? { text: 'good', tone: 'good' } : { text: 'expired', tone: 'fair' };
}
