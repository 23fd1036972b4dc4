import { goTo, type Answer } from '../answer.ts';
import type { SignedIn } from '../asked.ts';
import { NAVIGATION } from '../navigation.ts';
import { may } from '../permissions.ts';

/** The first place somebody may go to. */
export function frontPage({ user }: SignedIn): Answer {
  const place = NAVIGATION.find(({ needs }) => may(user.role, needs));
  return goTo(place?.href ?? '/me');
}
