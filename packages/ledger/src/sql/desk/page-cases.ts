import type { CasePage, CasePageRequest, CaseSort, ReviewCase } from '@doubletake/scoring';
import { readCursor } from '../../desk/cursor.ts';
import { pageOf, pageSize } from '../../desk/page.ts';
import { LINKED_CAP } from '../../desk/queue-bounds.ts';
import type { Database } from '../database.ts';
import { clauses, statesOf, Values } from './clauses.ts';
import { planned } from './planned.ts';

const COLUMNS: Readonly<Record<CaseSort, readonly [column: string, type: string]>> = {
  due: ['due_at', 'bigint'],
  opened: ['opened_at', 'bigint'],
  amount: ['minor', 'bigint'],
  score: ['score', 'double precision'],
};

interface Row {
  readonly held: ReviewCase;
  readonly linked: number;
}

/** One page of the queue. */
export async function pageCases(db: Database, request: CasePageRequest): Promise<CasePage> {
  const { text, values } = pageStatement(request);
  if (text === '') return { cases: [] };
  const rows = await planned<Row>(db, text, values);
  return pageOf(
    rows.map(({ held, linked }) => ({ case: held, linked })),
    request,
  );
}

/**
 * A page as a statement: each state in its own branch, so that the index of the order is walked from the cursor and no
 * further than the page is long, however many cases wait.
 */
function pageStatement(request: CasePageRequest): {
  readonly text: string;
  readonly values: readonly unknown[];
} {
  const { filter = {}, sort = 'due', descending = false, after, before } = request;
  const values = new Values();
  const asked = clauses(filter, values);
  const cursor = before ?? after;
  const downwards = descending !== (before !== undefined);
  const [column, type] = COLUMNS[sort];
  const place = cursor === undefined ? undefined : readCursor(sort, cursor);
  const behind =
    place === undefined
      ? []
      : [
          `(${column}, case_id) ${downwards ? '<' : '>'} (${values.add(place.key, type)}, ${values.add(place.caseId)})`,
        ];
  const direction = downwards ? 'desc' : 'asc';
  const order = (key: string) => `order by ${key} ${direction}, case_id ${direction}`;
  const limit = `limit ${pageSize(request) + 1}`;
  const branches = statesOf(filter).map((state) => {
    const wheres = [`state = ${state}`, ...asked, ...behind].join(' and ');
    return `(select body, case_id, referrer_id, ${column} as key from cases where ${wheres} ${order(column)} ${limit})`;
  });
  const text =
    branches.length === 0
      ? ''
      : `select body as held, (select count(*)::integer from (
    select from cases other where other.referrer_id = found.referrer_id and other.case_id <> found.case_id
    limit ${LINKED_CAP}) others) as linked
  from (select * from (${branches.join(' union all ')}) branches ${order('key')} ${limit}) found
  ${order('key')}`;
  return { text, values: values.list };
}
