import type { AccessSession, AccessStore } from '@doubletake/scoring';
import type { Database } from '../database.ts';
import { statement } from '../statement.ts';

const SESSION = statement('access/session');
const PUT = statement('access/put-session');
const SESSIONS_OF = statement('access/sessions-of');
const END = statement('access/end-session');
const END_ALL = statement('access/end-sessions');

type Sessions = Pick<
  AccessStore,
  'session' | 'putSession' | 'sessionsOf' | 'endSession' | 'endSessions'
>;

/** Sessions in a database. */
export function sqlSessions(db: Database): Sessions {
  const read = async (...[query, values]: Parameters<Database['query']>) =>
    (await db.query<{ session: AccessSession }>(query, values)).map(({ session }) => session);
  return {
    session: async (sessionId, at) => (await read(SESSION, [sessionId, at]))[0],
    putSession: async ({ sessionId, userId, agent, createdAt, seenAt, expiresAt, data }) => {
      await db.query(PUT, [sessionId, userId, agent, createdAt, seenAt, expiresAt, data]);
    },
    sessionsOf: (userId, at) => read(SESSIONS_OF, [userId, at]),
    endSession: async (sessionId) => {
      await db.query(END, [sessionId]);
    },
    endSessions: async (userId, keep) => {
      await db.query(END_ALL, [userId, keep]);
    },
  };
}
