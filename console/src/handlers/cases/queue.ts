import { goTo, page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { SavedView } from '../../models/cases.ts';
import { may } from '../../permissions.ts';
import { FILTER_FIELDS, filterChoices, pageRequest, queueHref, viewOf } from '../../queue-query.ts';
import { SAVED_VIEWS } from '../../saved-views.ts';
import { queueRow } from '../../show/queue-row.ts';
import { readerOf } from '../../show/reader.ts';
import { shownUndo } from '../../show/undo.ts';
import { strayCursor } from './stray-cursor.ts';

/** The cases that wait, as the address filters them. */
export async function queue(asked: SignedIn): Promise<Answer> {
  const { house, query, user } = asked;
  const { desk, policy } = house.cases;
  const [found, views, reader] = await Promise.all([
    desk.page(pageRequest(asked)).catch(strayCursor),
    savedViews(asked),
    readerOf(asked),
  ]);
  if (found === undefined) return goTo(queueHref(query, {}));
  const { cases, next, previous } = found;
  return page('queue', {
    title: 'Queue',
    views,
    filter: {
      view: viewOf(query).id,
      id: query['id'] ?? '',
      score: query['score'] ?? '',
      amount: query['amount'] ?? '',
      choices: filterChoices(query, policy),
      active: FILTER_FIELDS.some((field) => (query[field] ?? '') !== ''),
    },
    rows: cases.map((each) => queueRow(each, reader, policy.programmes)),
    next: next && queueHref(query, { after: next }),
    previous: previous && queueHref(query, { before: previous }),
    mayDecide: may(user.role, 'cases.decide'),
    undo: shownUndo(asked),
  });
}

async function savedViews({ house, query, user, at }: SignedIn): Promise<readonly SavedView[]> {
  const reader = { userId: user.userId, at };
  const counts = await house.cases.desk.counts(SAVED_VIEWS.map(({ filter }) => filter(reader)));
  const current = viewOf(query).id;
  return SAVED_VIEWS.map(({ id, label }, index) => {
    const { count, orMore } = counts[index] ?? { count: 0, orMore: false };
    return {
      label,
      href: queueHref({}, { view: id === 'all' ? undefined : id }),
      key: String(index + 1),
      count: orMore ? `${count}+` : String(count),
      current: id === current,
    };
  });
}
