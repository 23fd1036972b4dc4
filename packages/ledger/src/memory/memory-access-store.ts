import type { AccessStore, User, UserChange } from '@doubletake/scoring';
import { endsSessions } from '../ends-sessions.ts';
import { present } from '../present.ts';
import { memoryApiKeys } from './api-keys.ts';
import { compareText } from '../compare-text.ts';
import { memorySessions } from './sessions.ts';

interface Link {
  readonly userId?: string;
  readonly expiresAt: number;
}

/** Who may use the console, in memory: the reference model. */
export function memoryAccessStore(): AccessStore {
  const users = new Map<string, User>();
  const links = new Map<string, Link>();
  const steps = new Map<string, number>();
  const { forUsers, ...sessions } = memorySessions();

  const find = (matches: (user: User) => boolean): User | undefined =>
    [...users.values()].find(matches);
  const named = (name: string) => find((user) => folded(user.name) === folded(name));
  const subject = (wanted: string) => find((user) => user.subject === wanted);
  const open = (tokenHash: string, at: number): Link | undefined => {
    const link = links.get(tokenHash);
    return link !== undefined && at < link.expiresAt ? link : undefined;
  };
  const offer = (tokenHash: string, link: Link): void => {
    for (const [hash, { userId }] of links) if (userId === link.userId) links.delete(hash);
    links.set(tokenHash, link);
  };
  const change = (userId: string, wanted: UserChange, keep?: string) => {
    const before = users.get(userId);
    if (before === undefined) return 'unknown';
    const after = changed(before, wanted);
    if (governs(before) && !governs(after) && [...users.values()].filter(governs).length === 1)
      return 'last_admin';
    users.set(userId, after);
    if (wanted.totpSecret !== undefined) steps.delete(userId);
    if (endsSessions(wanted)) forUsers.end(userId, keep);
    return 'changed';
  };
  const invited = (tokenHash: string, at: number): User | undefined => {
    const user = users.get(open(tokenHash, at)?.userId ?? '');
    return user?.disabledAt === undefined ? user : undefined;
  };

  return {
    ...sessions,
    ...memoryApiKeys(),
    hasUsers: async () => users.size > 0,
    offerSetUp: async ({ tokenHash, expiresAt }) => {
      if (users.size === 0) offer(tokenHash, { expiresAt });
      return users.size === 0;
    },
    setUpOpen: async (tokenHash, at) => {
      const link = open(tokenHash, at);
      return users.size === 0 && link !== undefined && link.userId === undefined;
    },
    setUp: async (tokenHash, user) => {
      const link = open(tokenHash, user.createdAt);
      if (users.size > 0 || link === undefined) return false;
      links.delete(tokenHash);
      users.set(user.userId, user);
      return true;
    },
    addUser: async (user) => {
      const taken =
        named(user.name) ?? (user.subject === undefined ? undefined : subject(user.subject));
      if (taken === undefined) users.set(user.userId, user);
      return taken === undefined;
    },
    user: async (userId) => users.get(userId),
    userNamed: async (name) => named(name),
    userOf: async (wanted) => subject(wanted),
    users: async () =>
      [...users.values()].toSorted((a, b) => compareText(folded(a.name), folded(b.name))),
    changeUser: async (userId, wanted, keep) => change(userId, wanted, keep),
    spendTotpStep: async (userId, step) => {
      const fresh = users.has(userId) && step > (steps.get(userId) ?? -1);
      if (fresh) steps.set(userId, step);
      return fresh;
    },
    spendRecoveryCode: async (userId, codeHash) => {
      const user = users.get(userId);
      if (user === undefined || !user.recoveryCodes.includes(codeHash)) return false;
      const recoveryCodes = user.recoveryCodes.filter((code) => code !== codeHash);
      users.set(userId, { ...user, recoveryCodes });
      return true;
    },
    invite: async (userId, { tokenHash, expiresAt }) => offer(tokenHash, { userId, expiresAt }),
    invited: async (tokenHash, at) => invited(tokenHash, at),
    acceptInvitation: async (tokenHash, password, at) => {
      const user = invited(tokenHash, at);
      if (user === undefined) return undefined;
      links.delete(tokenHash);
      change(user.userId, { password });
      return users.get(user.userId);
    },
    sweep: async (at) => {
      for (const [hash, { expiresAt }] of links) if (expiresAt <= at) links.delete(hash);
      forUsers.sweep(at);
    },
  };
}

const folded = (name: string): string => name.toLowerCase();
const governs = ({ role, disabledAt }: User): boolean =>
  role === 'admin' && disabledAt === undefined;

function changed(user: User, change: UserChange): User {
  const { totpSecret, disabledAt, ...rest } = user;
  const { totpSecret: newSecret, disabledAt: newDisabled, ...others } = change;
  return {
    ...rest,
    ...others,
    ...present({
      totpSecret: kept(totpSecret, newSecret),
      disabledAt: kept(disabledAt, newDisabled),
    }),
  };
}

const kept = <Value>(before: Value | undefined, after: Value | null | undefined) =>
  after === undefined ? before : (after ?? undefined);
