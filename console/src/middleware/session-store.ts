import type { AccessStore, Instant } from '@doubletake/scoring';
import { Store, type SessionData } from 'express-session';
import { digest } from '../access/digest.ts';

const MINUTE = 60_000;
/** Without a request for so long a session is over (ASVS 5.0 §7.3.1). */
export const IDLE: number = 30 * MINUTE;
/** And after so long in any case (§7.3.2). */
export const ABSOLUTE: number = 12 * 60 * MINUTE;
/** How much later a session must be seen to be written again. */
const STALE: number = MINUTE;

type Done = (error?: unknown) => void;

interface Home {
  readonly access: AccessStore;
  readonly now: () => Instant;
}

/** Sessions of `express-session`, kept by the access store under a hash of their id. */
export class SessionStore extends Store {
  readonly #home: Home;
  /** When each session being served was last written. */
  readonly #seen = new WeakMap<object, Instant>();

  constructor(home: Home) {
    super();
    this.#home = home;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.#read(id).then(
      (session) => done(null, session ?? null),
      (error: unknown) => done(error),
    );
  }

  override set(id: string, session: SessionData, done: Done = () => {}): void {
    this.#write(id, session).then(() => done(), done);
  }

  override touch(id: string, session: SessionData, done: Done = () => {}): void {
    const seenAt = this.#seen.get(session.remembered) ?? 0;
    if (this.#home.now() - seenAt < STALE) done();
    else this.set(id, session, done);
  }

  override destroy(id: string, done: Done = () => {}): void {
    this.#home.access.endSession(digest(id)).then(() => done(), done);
  }

  async #read(id: string): Promise<SessionData | undefined> {
    const kept = await this.#home.access.session(digest(id), this.#home.now());
    if (kept === undefined) return undefined;
    const session: unknown = JSON.parse(kept.data);
    if (!isSession(session)) throw new Error('a session is not in a form known here');
    this.#seen.set(session.remembered, kept.seenAt);
    return session;
  }

  async #write(id: string, session: SessionData): Promise<void> {
    const { remembered } = session;
    const seenAt = this.#home.now();
    const createdAt = remembered.beganAt ?? seenAt;
    const { userId, agent } = remembered;
    await this.#home.access.putSession({
      sessionId: digest(id),
      ...(userId === undefined ? {} : { userId }),
      ...(agent === undefined ? {} : { agent }),
      createdAt,
      seenAt,
      expiresAt: Math.min(seenAt + IDLE, createdAt + ABSOLUTE),
      data: JSON.stringify(session),
    });
    this.#seen.set(remembered, seenAt);
  }
}

/** Only this class writes what it reads; a session of another release is told from nonsense. */
function isSession(value: unknown): value is SessionData {
  return (
    typeof value === 'object' &&
    value !== null &&
    'cookie' in value &&
    typeof value.cookie === 'object' &&
    'remembered' in value &&
    typeof value.remembered === 'object'
  );
}
