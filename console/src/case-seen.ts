import type { CaseSeen, ReviewCase } from '@doubletake/scoring';
import { z } from 'zod';

const SEEN = z.tuple([z.string(), z.string(), z.number(), z.string()]);

/** What a page shows of a case, for its form to say when it is sent. */
export function seenField({ caseId, decisionId, amount }: ReviewCase): string {
  return JSON.stringify([caseId, decisionId, amount.minor, amount.currency]);
}

/** What the page showed that a form was sent from, by case; what is none of ours says nothing. */
export function readSeen(form: Readonly<Record<string, unknown>>): ReadonlyMap<string, CaseSeen> {
  const { seen } = form;
  const fields: readonly unknown[] = Array.isArray(seen) ? seen : [seen];
  return new Map(
    fields.flatMap((field) => {
      const read = SEEN.safeParse(parsed(field));
      if (!read.success) return [];
      const [caseId, decisionId, minor, currency] = read.data;
      return [[caseId, { decisionId, amount: { minor, currency } }] as const];
    }),
  );
}

function parsed(field: unknown): unknown {
  try {
    return typeof field === 'string' ? JSON.parse(field) : undefined;
  } catch {
    return undefined;
  }
}
