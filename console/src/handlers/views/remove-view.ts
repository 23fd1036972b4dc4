import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';

/** Forgets a view of one's own; colleagues who saw it see it no longer. */
export async function removeView({ house, user, params }: SignedIn): Promise<Answer> {
  const { views = [] } = user.settings;
  const kept = views.filter(({ viewId }) => viewId !== params['viewId']);
  if (kept.length === views.length) return refuse(404);
  await house.access.changeUser(user.userId, { settings: { ...user.settings, views: kept } });
  return goTo('/queue', 'The view is gone. The cases are where they were.');
}
