import type { AccessSession } from '@doubletake/scoring';
import type { ShownSession } from '../models/access.ts';
import { shownAgent } from './agent.ts';
import { shownTime } from './time.ts';

/** Sessions as their owner, or an administrator, sees them. */
export function shownSessions(
  sessions: readonly AccessSession[],
  { zone, current }: { readonly zone: string; readonly current: string },
): readonly ShownSession[] {
  return sessions.map(({ sessionId, agent, createdAt, seenAt }) => ({
    sessionId,
    agent: shownAgent(agent),
    began: shownTime(createdAt, zone),
    seen: shownTime(seenAt, zone),
    current: sessionId === current,
  }));
}
