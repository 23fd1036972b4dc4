import type { AccountLink } from '../models/graph.ts';

/** Where an account's page is. */
export function accountHref(accountId: string): string {
  return `/accounts/${encodeURIComponent(accountId)}`;
}

/** A link to an account's page. */
export function accountLink(accountId: string): AccountLink {
  return { text: accountId, href: accountHref(accountId) };
}
