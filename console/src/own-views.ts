import type { NamedView, User } from '@doubletake/scoring';

/** Views one person may keep: more than anybody reads at a glance. */
export const MOST_VIEWS = 20;

/** A view somebody named: one's own, or a colleague's for the team. */
export interface ViewAtHand extends NamedView {
  /** Who keeps it for the team; undefined for one's own. */
  readonly by: string | undefined;
}

/** What a person kept, then what colleagues keep for everybody, by name; of those as many as one person may keep. */
export function viewsOf(reader: User, everybody: readonly User[]): readonly ViewAtHand[] {
  const colleagues = everybody.filter(
    ({ userId, disabledAt }) => userId !== reader.userId && disabledAt === undefined,
  );
  const team = colleagues.flatMap(({ name, settings }) =>
    (settings.views ?? []).filter(({ shared }) => shared).map((view) => ({ ...view, by: name })),
  );
  return [
    ...(reader.settings.views ?? []).map((view) => ({ ...view, by: undefined })),
    // INVARIANT: a page counts each view, so that their number is bounded however many people there are.
    ...team.slice(0, MOST_VIEWS),
  ];
}

/** A person's views with one more; one of the same name is replaced. Undefined when there would be too many. */
export function withView(
  views: readonly NamedView[],
  view: NamedView,
): readonly NamedView[] | undefined {
  const others = views.filter(({ label }) => label.toLowerCase() !== view.label.toLowerCase());
  return others.length >= MOST_VIEWS ? undefined : [...others, view];
}
