import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';

/** Ends a key, for good and at once. */
export async function revokeApiKey(asked: SignedIn): Promise<Answer> {
  const { house, params, at } = asked;
  const key = await house.access.apiKey(params['keyId'] ?? '');
  if (key === undefined) return refuse(404);
  if (await house.access.revokeApiKey(key.keyId, at))
    await audited(asked, { action: 'api_key.revoke', subject: `api_key:${key.keyId}` });
  return goTo('/api-keys', `${key.label} is revoked. Whoever still uses it is turned away.`);
}
