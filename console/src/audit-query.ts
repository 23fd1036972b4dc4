import type { AuditFilter } from '@doubletake/scoring';
import type { SignedIn } from './asked.ts';

type Query = SignedIn['query'];

/** Fields of the filter form; the address carries them. */
export const AUDIT_FIELDS = ['actor', 'action', 'subject'] as const;

/** What the address asks of the trail; `idOf` gives the id of somebody who was named. */
export function auditFilter(query: Query, idOf: (name: string) => string): AuditFilter {
  const asked = AUDIT_FIELDS.flatMap((field) => {
    const text = query[field]?.trim().slice(0, 200) ?? '';
    if (text === '') return [];
    return [[field, field === 'actor' ? idOf(text) : text] as const];
  });
  return Object.fromEntries(asked);
}

/** The place the address goes on from. */
export function placeIn({ before }: Query): number | undefined {
  return before !== undefined && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : undefined;
}

/** An address with this filter and other fields; an empty one is left out. */
export function auditHref(
  path: string,
  query: Query,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams();
  for (const field of AUDIT_FIELDS) add(field, query[field]?.trim() ?? '');
  for (const [name, value] of Object.entries(more)) add(name, value);
  return search.size === 0 ? path : `${path}?${search.toString()}`;

  function add(name: string, value: string): void {
    if (value !== '') search.set(name, value);
  }
}
