import { DAY } from '@doubletake/scoring';
import { z } from 'zod';
import { newApiKey } from '../../access/api-key.ts';
import { API_SCOPES, type ApiScope } from '../../access/api-scopes.ts';
import { audited } from '../../access/audited.ts';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { several } from '../../several.ts';
import { shownTime } from '../../show/time.ts';
import { apiKeysPage, LIFETIMES } from './api-keys.ts';

const isScope = (name: string): name is ApiScope => name in API_SCOPES;
const SCOPES: readonly ApiScope[] = Object.keys(API_SCOPES).filter(isScope);

const FORM = z.object({
  label: z
    .string('Give it a name.')
    .trim()
    .min(1, 'Give it a name.')
    .max(64, 'At most 64 letters.'),
  scopes: several(SCOPES, 'Choose at least one.'),
  days: z.enum(LIFETIMES, 'Choose how long it is good for.'),
});

/** Makes a key and shows it whole, this once. */
export async function makeApiKey(asked: SignedIn): Promise<Answer> {
  const { house, user, at, form } = asked;
  const read = readForm(FORM, form);
  if (!read.ok) {
    const { label, scopes, days } = form;
    return apiKeysPage(asked, {
      label: typeof label === 'string' ? label : '',
      scopes: [scopes].flat().map(String),
      days: typeof days === 'string' ? days : LIFETIMES[0],
      problems: read.problems,
    });
  }
  const { label, scopes, days } = read.form;
  const expiresAt = at + Number(days) * DAY;
  const about = { label, scopes, createdBy: user.userId, createdAt: at, expiresAt };
  const { text, key } = newApiKey(house.random, about);
  await house.access.addApiKey(key);
  const details = { scopes: scopes.join(','), days: Number(days) };
  await audited(asked, { action: 'api_key.make', subject: `api_key:${key.keyId}`, details });
  const expires = shownTime(expiresAt, user.settings.zone);
  return page('api-key-made', { title: 'API key', label, text, expires });
}
