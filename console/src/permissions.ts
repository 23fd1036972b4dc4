import type { Role } from '@doubletake/scoring';

/** Who holds each permission. The whole policy: what is not here nobody may do. */
const HOLDERS = {
  /** Their own password, second factor, sessions and settings. */
  'me.manage': ['analyst', 'lead', 'admin', 'auditor'],
  'cases.read': ['analyst', 'lead', 'admin', 'auditor'],
  'cases.decide': ['analyst', 'lead', 'admin'],
  /** Second person of a four-eyes decision, taking a case over, reopening. */
  'cases.approve': ['lead', 'admin'],
  /** Seeing what names a person, with a reason, in the audit trail. */
  'identifiers.reveal': ['analyst', 'lead', 'admin'],
  'samples.review': ['lead', 'admin'],
  'statistics.read': ['analyst', 'lead', 'admin', 'auditor'],
  'rules.read': ['analyst', 'lead', 'admin', 'auditor'],
  'cases.export': ['lead', 'admin', 'auditor'],
  'audit.read': ['lead', 'admin', 'auditor'],
  /** Only of those whose role is within one's own. */
  'users.manage': ['lead', 'admin'],
  /** A new account, or a way into one, is a second person: not for leads, who approve what others decide. */
  'users.invite': ['admin'],
  /** With a link for a new password it is a way into an account. */
  'second-factors.remove': ['admin'],
  'api-keys.manage': ['admin'],
  'settings.manage': ['admin'],
} as const;

export type Permission = keyof typeof HOLDERS;

/** Every role, the least first. */
export const ROLES: readonly Role[] = ['auditor', 'analyst', 'lead', 'admin'];

export const PERMISSIONS: ReadonlyMap<string, readonly Role[]> = new Map(Object.entries(HOLDERS));

/** Whether a role has a permission. */
export function may(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = HOLDERS[permission];
  return holders.includes(role);
}

/** Whether somebody may give, change or take a role: it has no permission that theirs has not. */
export function mayGrant(own: Role, role: Role): boolean {
  return [...PERMISSIONS.values()].every(
    (holders) => !holders.includes(role) || holders.includes(own),
  );
}
