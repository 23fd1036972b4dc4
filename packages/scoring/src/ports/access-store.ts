import type { Instant } from '../instant.ts';

/** What somebody is in the console. What each may do is the console's permission table. */
export type Role = 'analyst' | 'lead' | 'admin' | 'auditor';

/** A filter of the queue that somebody gave a name. */
export interface NamedView {
  readonly viewId: string;
  readonly label: string;
  /** What the queue's address asks for, without its `?`. */
  readonly search: string;
  /** Whether colleagues see it too. */
  readonly shared: boolean;
}

/** How one person wants the console to be. */
export interface UserSettings {
  /** IANA time zone that times are shown in. */
  readonly zone: string;
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether single keys do anything (WCAG 2.1.4 asks for an off switch). */
  readonly shortcuts: boolean;
  /** Own keys by what they do. @defaultValue the console's */
  readonly keys?: Readonly<Record<string, string>>;
  /** @defaultValue none */
  readonly views?: readonly NamedView[];
}

/** A person who may sign in. */
export interface User {
  readonly userId: string;
  /** What they sign in with; two names that differ only in case are one. */
  readonly name: string;
  readonly role: Role;
  /** Self-describing password hash; absent for those who come through single sign-on or were only invited. */
  readonly password?: string;
  /** Base32 secret of the time-based second factor; stores seal it. Absent: none. */
  readonly totpSecret?: string;
  /** Hashes of the one-time codes that stand in for a lost second factor. */
  readonly recoveryCodes: readonly string[];
  /** Who they are at the identity provider: issuer and subject. */
  readonly subject?: string;
  readonly settings: UserSettings;
  readonly createdAt: Instant;
  /** Since when they may not sign in; absent: they may. */
  readonly disabledAt?: Instant;
}

/** What may be changed about a user; null takes the value away, an absent key leaves it. */
export interface UserChange {
  readonly role?: Role;
  readonly password?: string;
  readonly totpSecret?: string | null;
  readonly recoveryCodes?: readonly string[];
  readonly settings?: UserSettings;
  readonly disabledAt?: Instant | null;
}

/** One signed-in browser, or one about to be. */
export interface AccessSession {
  /** Hash of what the cookie says, so that reading the store signs nobody in. */
  readonly sessionId: string;
  readonly userId?: string;
  /** What the browser called itself. */
  readonly agent?: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  /** From this instant on it is as if it had never been. */
  readonly expiresAt: Instant;
  /** What the console remembers in it, as JSON text. */
  readonly data: string;
}

/** What a machine calls the HTTP API with. */
export interface ApiKey {
  readonly keyId: string;
  /** What people call it. */
  readonly label: string;
  /** SHA-256 of its secret, which has 256 random bits. */
  readonly secretHash: string;
  readonly scopes: readonly string[];
  /** User id of who made it. */
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt?: Instant;
  readonly lastUsedAt?: Instant;
  readonly revokedAt?: Instant;
}

/** A one-time link: only the hash of its token is kept. */
export interface OneTimeToken {
  readonly tokenHash: string;
  readonly expiresAt: Instant;
}

/** What became of a change to a user. */
export type UserChanged =
  | 'changed'
  | 'unknown'
  /** Nobody who may sign in would be an administrator; nothing changed. */
  | 'last_admin';

/**
 * Who may use the console, and who is using it. Acknowledged means committed. A store that cannot answer rejects with
 * an `Error` whose `code` ends in `_unavailable`. Implementations agree with the in-memory model in one conformance
 * suite.
 */
export interface AccessStore {
  /** Whether there is anybody at all. */
  readonly hasUsers: () => Promise<boolean>;
  /** Keeps the token of the set-up link instead of any before it; false, and nothing kept, when there are users. */
  readonly offerSetUp: (token: OneTimeToken) => Promise<boolean>;
  /** Whether a set-up link would work now. */
  readonly setUpOpen: (tokenHash: string, at: Instant) => Promise<boolean>;
  /** Adds the first user, once: only with the offered token, and only while there is nobody. */
  readonly setUp: (tokenHash: string, user: User) => Promise<boolean>;

  /** False, and nothing added, when the name or the subject is taken. */
  readonly addUser: (user: User) => Promise<boolean>;
  readonly user: (userId: string) => Promise<User | undefined>;
  readonly userNamed: (name: string) => Promise<User | undefined>;
  readonly userOf: (subject: string) => Promise<User | undefined>;
  /** Everybody, by name. */
  readonly users: () => Promise<readonly User[]>;
  /**
   * Changes a user. A new role, password or second factor, or being disabled, ends all their sessions with it, but
   * `keep`.
   */
  readonly changeUser: (userId: string, change: UserChange, keep?: string) => Promise<UserChanged>;
  /** Marks a time step of the second factor as used; false when it, or a later one, was used before. */
  readonly spendTotpStep: (userId: string, step: number) => Promise<boolean>;
  /** Takes a recovery code away; false when there is none with this hash. */
  readonly spendRecoveryCode: (userId: string, codeHash: string) => Promise<boolean>;

  /** Keeps the token of a link with which the user chooses a password, instead of any before it. */
  readonly invite: (userId: string, token: OneTimeToken) => Promise<void>;
  /** Whom a link invites, if it works now. */
  readonly invited: (tokenHash: string, at: Instant) => Promise<User | undefined>;
  /** Sets the password of whom the link invites and ends their sessions, once. */
  readonly acceptInvitation: (
    tokenHash: string,
    password: string,
    at: Instant,
  ) => Promise<User | undefined>;

  readonly session: (sessionId: string, at: Instant) => Promise<AccessSession | undefined>;
  /** Keeps a session as it now is. One that was ended stays ended. */
  readonly putSession: (session: AccessSession) => Promise<void>;
  /** A user's sessions that have not ended or expired, the latest seen first. */
  readonly sessionsOf: (userId: string, at: Instant) => Promise<readonly AccessSession[]>;
  readonly endSession: (sessionId: string) => Promise<void>;
  /** Ends all sessions of a user but `keep`. */
  readonly endSessions: (userId: string, keep?: string) => Promise<void>;
  /** Drops what has expired by then: sessions, links. */
  readonly sweep: (at: Instant) => Promise<void>;

  readonly addApiKey: (key: ApiKey) => Promise<void>;
  readonly apiKey: (keyId: string) => Promise<ApiKey | undefined>;
  /** All keys, the latest made first. */
  readonly apiKeys: () => Promise<readonly ApiKey[]>;
  readonly apiKeyUsed: (keyId: string, at: Instant) => Promise<void>;
  /** False when there is no such key, or it was revoked before. */
  readonly revokeApiKey: (keyId: string, at: Instant) => Promise<boolean>;
}
