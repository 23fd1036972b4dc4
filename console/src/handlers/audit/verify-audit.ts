import type { AuditHead, AuditVerdict } from '@doubletake/scoring';
import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { shownCounted } from '../../show/number.ts';
import { auditPage } from './audit.ts';

/** Longest somebody waits for a check, in milliseconds; it goes on behind, and nobody starts another meanwhile. */
const WAIT = 15_000;

const HEAD: z.ZodType<AuditHead> = z.strictObject({
  seq: z.int().nonnegative(),
  hash: z.string().max(200),
  at: z.int(),
  signature: z.string().max(200),
});

/** Reads the whole chain; with an exported head, also whether it still reaches there. That it was asked is written down. */
export async function verifyAudit(asked: SignedIn): Promise<Answer> {
  const text = typeof asked.form['head'] === 'string' ? asked.form['head'].trim() : '';
  const head = text === '' ? undefined : headIn(text);
  if (text !== '' && head === undefined)
    return auditPage(asked, {
      verdict: undefined,
      head: { text, problem: 'This is no head: paste the whole file, as it was downloaded.' },
    });
  const verdict = await within(WAIT, asked.house.cases.trail.verify(head));
  await audited(asked, { action: 'audit.verify', subject: 'audit:trail', details: told(verdict) });
  return auditPage(asked, { verdict: shown(verdict, head), head: { text, problem: undefined } });
}

function headIn(text: string): AuditHead | undefined {
  try {
    return HEAD.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

type Checked = AuditVerdict | 'late';

async function within(milliseconds: number, verdict: Promise<AuditVerdict>): Promise<Checked> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  try {
    return await Promise.race([verdict, late]);
  } finally {
    clearTimeout(timer);
    verdict.catch(() => {});
  }
}

function told(verdict: Checked): Readonly<Record<string, string | number | boolean>> {
  if (verdict === 'late') return { verdict: 'not_finished' };
  if (verdict.ok) return { verdict: 'intact', entries: verdict.entries };
  return { verdict: verdict.broken, seq: verdict.seq };
}

const BROKEN: Readonly<
  Record<Extract<AuditVerdict, { ok: false }>['broken'], (seq: number) => string>
> = {
  changed: (seq) => `Entry ${seq} is not as it was written. Nothing from there on can be trusted.`,
  missing: (seq) => `Entry ${seq} is missing. Nothing from there on can be trusted.`,
  cut_off: (seq) =>
    `The trail was cut off: entry ${seq} and what followed were there when the head was exported.`,
  head_forged: () =>
    'The head was not signed by this trail: it was changed, or belongs to another.',
};

function shown(verdict: Checked, head: AuditHead | undefined): { good: boolean; text: string } {
  if (verdict === 'late')
    return {
      good: false,
      text: `The check did not finish within ${WAIT / 1000} seconds. Run \`doubletake audit verify\` where it may take longer.`,
    };
  if (!verdict.ok) return { good: false, text: BROKEN[verdict.broken](verdict.seq) };
  const reach = head === undefined ? '' : `, and reaches the head exported at entry ${head.seq}`;
  return {
    good: true,
    text: `${shownCounted(verdict.entries, 'entry', 'entries')}: every one as it was written${reach}.`,
  };
}
