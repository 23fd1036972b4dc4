import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { AUDIT_FIELDS, auditFilter, auditHref, placeIn } from '../../audit-query.ts';
import { MOST_ROWS } from '../../export/columns.ts';
import type { AuditViews } from '../../models/audit.ts';
import { ACTS, auditRow } from '../../show/audit-row.ts';
import { shownCount } from '../../show/number.ts';
import { namesOf } from '../../show/names.ts';
import { idsOf } from './ids.ts';

const PAGE = 50;

/** Who did what to what, the latest first. */
export function audit(asked: SignedIn): Promise<Answer> {
  return auditPage(asked, { verdict: undefined, head: { text: '', problem: undefined } });
}

type Checked = Pick<AuditViews['audit'], 'verdict' | 'head'>;

/** The page with what a check of the chain found. */
export async function auditPage(asked: SignedIn, checked: Checked): Promise<Answer> {
  const { house, query, user } = asked;
  const [names, idOf] = await Promise.all([namesOf(house), idsOf(house)]);
  const before = placeIn(query);
  const found = await house.cases.trail.entries({
    ...auditFilter(query, idOf),
    ...(before === undefined ? {} : { before }),
    limit: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const more = found.length > PAGE && last !== undefined;
  const model: AuditViews['audit'] = {
    title: 'Audit',
    filter: {
      actor: query['actor'] ?? '',
      subject: query['subject'] ?? '',
      action: actionChoice(query['action'] ?? ''),
      active: AUDIT_FIELDS.some((field) => (query[field] ?? '') !== ''),
    },
    rows: rows.map((each) => auditRow(each, { names, zone: user.settings.zone })),
    next: more ? auditHref('/audit', query, { before: String(last.seq) }) : undefined,
    latest: before === undefined ? undefined : auditHref('/audit', query),
    exports: {
      csv: auditHref('/audit/export', query, { format: 'csv' }),
      json: auditHref('/audit/export', query, { format: 'json' }),
      most: shownCount(MOST_ROWS),
    },
    ...checked,
  };
  return page('audit', model, checked.head.problem === undefined ? 200 : 422);
}

function actionChoice(selected: string): AuditViews['audit']['filter']['action'] {
  const known = Object.entries(ACTS).map(([value, label]) => ({
    value,
    label: `${value}: ${label}`,
  }));
  const strange =
    selected === '' || Object.hasOwn(ACTS, selected) ? [] : [{ value: selected, label: selected }];
  return {
    name: 'action',
    label: 'What',
    options: [{ value: '', label: 'anything' }, ...strange, ...known],
    selected,
  };
}
