import type { AuditFilter, AuditRecord, AuditTrail } from '@doubletake/scoring';
import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { auditFilter } from '../../audit-query.ts';
import type { ExportRow } from '../../export/columns.ts';
import { sendExport } from '../../export/send-export.ts';
import { namesOf } from '../../show/names.ts';
import { idsOf } from './ids.ts';

const PAGE = 500;

const COLUMNS = [
  'seq',
  'at',
  'actor',
  'actor_name',
  'action',
  'subject',
  'details',
  'hash',
] as const;

/** The trail as the address filters it, the latest first, with the hashes that chain it. */
export async function exportAudit(asked: SignedIn): Promise<Answer> {
  const { house, query } = asked;
  const [names, idOf] = await Promise.all([namesOf(house), idsOf(house)]);
  const pages = pagesOf(house.cases.trail, auditFilter(query, idOf), (each) => row(each, names));
  return sendExport(asked, { what: 'audit', columns: COLUMNS, pages });
}

async function* pagesOf(
  trail: Pick<AuditTrail, 'entries'>,
  filter: AuditFilter,
  show: (each: AuditRecord) => ExportRow,
): AsyncGenerator<readonly ExportRow[]> {
  let before: number | undefined;
  for (;;) {
    const place = before === undefined ? {} : { before };
    const found = await trail.entries({ ...filter, ...place, limit: PAGE });
    if (found.length > 0) yield found.map(show);
    before = found.at(-1)?.seq;
    if (found.length < PAGE) return;
  }
}

function row(
  { seq, at, actor, action, subject, details, hash }: AuditRecord,
  names: (userId: string) => string,
): Readonly<Record<(typeof COLUMNS)[number], string | number>> {
  return {
    seq,
    at: new Date(at).toISOString(),
    actor,
    actor_name: names(actor),
    action,
    subject,
    details: JSON.stringify(details),
    hash,
  };
}
