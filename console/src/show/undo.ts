import type { SignedIn } from '../asked.ts';
import type { ShownUndo } from '../models/case-parts.ts';
import { shownTime } from './time.ts';

/** What was decided last, while it can be taken back. */
export function shownUndo({ session, user, at }: SignedIn): ShownUndo | undefined {
  const { decided } = session;
  if (decided === undefined || decided.until <= at) return undefined;
  const { action, commandId, what, until } = decided;
  return { action, commandId, what, until: shownTime(until, user.settings.zone) };
}
