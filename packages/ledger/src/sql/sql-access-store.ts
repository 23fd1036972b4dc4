import type { AccessStore, User, UserChange, UserChanged } from '@doubletake/scoring';
import { endsSessions } from '../ends-sessions.ts';
import type { KeyRing } from '../seal/keys.ts';
import { createSealer } from '../seal/sealer.ts';
import { sqlApiKeys } from './access/api-keys.ts';
import { sqlSessions } from './access/sessions.ts';
import { nameKey, openUser, sealedTotp, type UserRow } from './access/user-row.ts';
import type { Database, Queryable } from './database.ts';
import { statement } from './statement.ts';

const LOCK = statement('access/lock');
const HAS_USERS = statement('access/has-users');
const PUT_LINK = statement('access/put-link');
const SET_UP_OPEN = statement('access/set-up-open');
const SPEND_LINK = statement('access/spend-link');
const ADD_USER = statement('access/add-user');
const USER = statement('access/user');
const USER_NAMED = statement('access/user-named');
const USER_OF = statement('access/user-of');
const USERS = statement('access/users');
const INVITED = statement('access/invited');
const OTHER_ADMIN = statement('access/other-admin');
const CHANGE_USER = statement('access/change-user');
const SPEND_STEP = statement('access/spend-totp-step');
const SPEND_CODE = statement('access/spend-recovery-code');
const END_SESSIONS = statement('access/end-sessions');
const SWEEP_SESSIONS = statement('access/sweep-sessions');
const SWEEP_LINKS = statement('access/sweep-links');

/** Who may use the console, in a migrated database; the caller closes it. The keys seal second factors. */
export function sqlAccessStore(db: Database, { keys }: { readonly keys: KeyRing }): AccessStore {
  const sealer = createSealer(keys);
  const found = async (...[query, values]: Parameters<Queryable['query']>) =>
    (await db.query<{ found: boolean }>(query, values))[0]?.found === true;
  const touched = async (...[query, values]: Parameters<Queryable['query']>) =>
    (await db.query(query, values)).length > 0;
  const users = async (on: Queryable, ...[query, values]: Parameters<Queryable['query']>) =>
    (await on.query<UserRow>(query, values)).map((row) => openUser(row, sealer));
  const one = async (...[query, values]: Parameters<Queryable['query']>) =>
    (await users(db, query, values))[0];

  const insert = async (on: Queryable, user: User): Promise<boolean> => {
    const { userId, name, role, password, recoveryCodes, subject, settings } = user;
    const totp = sealedTotp(user, sealer);
    const rest = [recoveryCodes, subject, settings, user.createdAt, user.disabledAt];
    const values = [userId, name, nameKey(name), role, password, totp, ...rest];
    return (await on.query(ADD_USER, values)).length > 0;
  };

  const change = async (
    tx: Queryable,
    { user, wanted, keep }: { user: User; wanted: UserChange; keep?: string | undefined },
  ): Promise<UserChanged> => {
    const { userId } = user;
    const role = wanted.role ?? user.role;
    const disabledAt = wanted.disabledAt === undefined ? user.disabledAt : wanted.disabledAt;
    const governed = user.role === 'admin' && user.disabledAt === undefined;
    if (governed && (role !== 'admin' || typeof disabledAt === 'number')) {
      // INVARIANT: read under the lock, so that two administrators cannot remove each other.
      const [other] = await tx.query<{ found: boolean }>(OTHER_ADMIN, [userId]);
      if (other?.found !== true) return 'last_admin';
    }
    const { totpSecret } = wanted;
    const totp = typeof totpSecret === 'string' ? sealedTotp({ userId, totpSecret }, sealer) : null;
    const password = wanted.password ?? user.password;
    const recoveryCodes = wanted.recoveryCodes ?? user.recoveryCodes;
    const settings = wanted.settings ?? user.settings;
    const factor = [password, totp, totpSecret !== undefined, recoveryCodes];
    await tx.query(CHANGE_USER, [userId, role, ...factor, settings, disabledAt]);
    if (endsSessions(wanted)) await tx.query(END_SESSIONS, [userId, keep]);
    return 'changed';
  };

  return {
    ...sqlSessions(db),
    ...sqlApiKeys(db),
    hasUsers: () => found(HAS_USERS, []),
    offerSetUp: ({ tokenHash, expiresAt }) =>
      db.transaction(async (tx) => {
        await tx.query(LOCK, []);
        const [any] = await tx.query<{ found: boolean }>(HAS_USERS, []);
        if (any?.found === true) return false;
        await tx.query(PUT_LINK, [tokenHash, null, expiresAt]);
        return true;
      }),
    setUpOpen: (tokenHash, at) => found(SET_UP_OPEN, [tokenHash, at]),
    setUp: (tokenHash, user) =>
      db.transaction(async (tx) => {
        await tx.query(LOCK, []);
        const values = [tokenHash, user.createdAt];
        const [open] = await tx.query<{ found: boolean }>(SET_UP_OPEN, values);
        if (open?.found !== true) return false;
        await tx.query(SPEND_LINK, [tokenHash]);
        return insert(tx, user);
      }),
    addUser: (user) => insert(db, user),
    user: (userId) => one(USER, [userId]),
    userNamed: (name) => one(USER_NAMED, [nameKey(name)]),
    userOf: (subject) => one(USER_OF, [subject]),
    users: () => users(db, USERS, []),
    changeUser: (userId, wanted, keep) =>
      db.transaction(async (tx) => {
        await tx.query(LOCK, []);
        const [user] = await users(tx, USER, [userId]);
        return user === undefined ? 'unknown' : change(tx, { user, wanted, keep });
      }),
    spendTotpStep: (userId, step) => touched(SPEND_STEP, [userId, step]),
    spendRecoveryCode: (userId, codeHash) => touched(SPEND_CODE, [userId, codeHash]),
    invite: async (userId, { tokenHash, expiresAt }) => {
      await db.query(PUT_LINK, [tokenHash, userId, expiresAt]);
    },
    invited: (tokenHash, at) => one(INVITED, [tokenHash, at]),
    acceptInvitation: (tokenHash, password, at) =>
      db.transaction(async (tx) => {
        await tx.query(LOCK, []);
        const [user] = await users(tx, INVITED, [tokenHash, at]);
        if (user === undefined) return undefined;
        await tx.query(SPEND_LINK, [tokenHash]);
        await change(tx, { user, wanted: { password } });
        return { ...user, password };
      }),
    sweep: async (at) => {
      await db.query(SWEEP_SESSIONS, [at]);
      await db.query(SWEEP_LINKS, [at]);
    },
  };
}
