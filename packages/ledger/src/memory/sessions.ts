import type { AccessSession, AccessStore, Instant } from '@doubletake/scoring';

type Sessions = Pick<
  AccessStore,
  'session' | 'putSession' | 'sessionsOf' | 'endSession' | 'endSessions'
>;

interface ForUsers {
  readonly end: (userId: string, keep?: string) => void;
  readonly sweep: (at: Instant) => void;
}

/** Sessions in memory, with what happens to them when something happens to their users. */
export function memorySessions(): Sessions & { readonly forUsers: ForUsers } {
  const sessions = new Map<string, AccessSession>();
  const ended = new Set<string>();
  const end = ({ sessionId }: AccessSession) => ended.add(sessionId);
  const live = (at: Instant): AccessSession[] =>
    [...sessions.values()].filter(
      ({ sessionId, expiresAt }) => !ended.has(sessionId) && at < expiresAt,
    );
  const forUsers: ForUsers = {
    end: (userId, keep) => {
      for (const each of sessions.values())
        if (each.userId === userId && each.sessionId !== keep) end(each);
    },
    sweep: (at) => {
      for (const { sessionId, expiresAt } of sessions.values())
        if (expiresAt <= at && sessions.delete(sessionId)) ended.delete(sessionId);
    },
  };
  return {
    forUsers,
    session: async (sessionId, at) => live(at).find((each) => each.sessionId === sessionId),
    putSession: async (session) => {
      // INVARIANT: a request still running when its session is ended does not bring it back.
      if (!ended.has(session.sessionId)) sessions.set(session.sessionId, session);
    },
    sessionsOf: async (userId, at) =>
      live(at)
        .filter((session) => session.userId === userId)
        .toSorted((a, b) => b.seenAt - a.seenAt || (a.sessionId < b.sessionId ? -1 : 1)),
    endSession: async (sessionId) => {
      const session = sessions.get(sessionId);
      if (session !== undefined) end(session);
    },
    endSessions: async (userId, keep) => forUsers.end(userId, keep),
  };
}
