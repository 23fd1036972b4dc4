import type { CaseCount, CaseFilter } from '@doubletake/scoring';
import type { SignedIn } from '../asked.ts';
import type { SavedView } from '../models/cases.ts';
import { viewsOf } from '../own-views.ts';
import { filterOf, queryOf, queueHref, searchOf } from '../queue-query.ts';
import { SAVED_VIEWS } from '../saved-views.ts';

const KEYS = 9;

/** Every view this person has at hand, with how many cases wait in it: everybody's, one's own, the team's. */
export async function shownViews(asked: SignedIn): Promise<readonly SavedView[]> {
  const { house, query, user } = asked;
  const named = viewsOf(user, await house.access.users());
  const all: readonly View[] = [
    ...SAVED_VIEWS.map(({ id, label }) => ({
      label,
      search: searchOf({ view: id }),
      viewId: undefined,
      by: undefined,
    })),
    ...named.map(({ label, search, viewId, by }) => ({
      label,
      search,
      viewId: by === undefined ? viewId : undefined,
      by,
    })),
  ];
  const counts = await house.cases.desk.counts(all.map((view) => filterIn(view, asked)));
  const current = searchOf(query);
  return all.map(({ label, search, viewId, by }, nth) => ({
    label,
    href: queueHref(queryOf(search), {}),
    key: nth < KEYS ? String(nth + 1) : undefined,
    count: shown(counts[nth]),
    current: search === current,
    viewId,
    by,
  }));
}

interface View {
  readonly label: string;
  readonly search: string;
  /** Of one's own. */
  readonly viewId: string | undefined;
  readonly by: string | undefined;
}

const filterIn = ({ search }: View, { user, at }: SignedIn): CaseFilter =>
  filterOf(queryOf(search), { userId: user.userId, at });

const shown = ({ count, orMore }: CaseCount = { count: 0, orMore: false }): string =>
  orMore ? `${count}+` : String(count);
