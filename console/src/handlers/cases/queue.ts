import { goTo, page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { MOST_ROWS } from '../../export/columns.ts';
import { may } from '../../permissions.ts';
import {
  FILTER_FIELDS,
  filterChoices,
  keptSearchOf,
  pageRequest,
  queueHref,
  viewOf,
} from '../../queue-query.ts';
import { shownCount } from '../../show/number.ts';
import { queueRow } from '../../show/queue-row.ts';
import { readerOf } from '../../show/reader.ts';
import { shownViews } from '../../show/saved-views.ts';
import { shownUndo } from '../../show/undo.ts';
import { strayCursor } from './stray-cursor.ts';

/** The cases that wait, as the address filters them. */
export async function queue(asked: SignedIn): Promise<Answer> {
  const { house, query, user } = asked;
  const { desk, policy } = house.cases;
  const [found, views, reader] = await Promise.all([
    desk.page(pageRequest(asked)).catch(strayCursor),
    shownViews(asked),
    readerOf(asked),
  ]);
  if (found === undefined) return goTo(queueHref(query, {}));
  const { cases, next, previous } = found;
  const view = views.find(({ current }) => current);
  const search = keptSearchOf(query);
  return page('queue', {
    title: 'Queue',
    views,
    filter: {
      view: viewOf(query).id,
      id: query['id'] ?? '',
      score: query['score'] ?? '',
      amount: query['amount'] ?? '',
      currency: query['currency'] ?? '',
      choices: filterChoices(query, policy),
      active: FILTER_FIELDS.some((field) => (query[field] ?? '') !== ''),
    },
    save: view === undefined && search !== '' ? search : undefined,
    own: view?.viewId === undefined ? undefined : { viewId: view.viewId, label: view.label },
    rows: cases.map((each) => queueRow(each, reader, policy.programmes)),
    next: next && queueHref(query, { after: next }),
    previous: previous && queueHref(query, { before: previous }),
    mayDecide: may(user.role, 'cases.decide'),
    exports: may(user.role, 'cases.export')
      ? {
          csv: exportHref(query, 'csv'),
          json: exportHref(query, 'json'),
          most: shownCount(MOST_ROWS),
        }
      : undefined,
    undo: shownUndo(asked),
  });
}

const exportHref = (query: SignedIn['query'], format: string): string =>
  queueHref(query, { format }).replace('/queue', '/queue/export');
