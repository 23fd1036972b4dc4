import type { Instant, ReviewCase } from '@doubletake/scoring';
import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { CASE_REFUSAL_TEXTS } from '../../case-refusals.ts';
import type { ShownState } from '../../models/case-parts.ts';
import type { Remembered } from '../../remembered.ts';
import { bulkItem, outlook } from '../../show/bulk-item.ts';
import { CASE_STATE_WORDS } from '../../show/case-state.ts';

type Bulk = NonNullable<Remembered['bulks']>[number];

/** What became of each of the cases that were decided at once, as they stand now. */
export async function bulkResult(asked: SignedIn): Promise<Answer> {
  const bulk = namedBulk(asked);
  if (bulk === undefined) return refuse(404);
  const { desk } = asked.house.cases;
  const { commandId, what: title } = bulk;
  const found = await Promise.all(
    bulk.items.map(async (item) => ({ ...item, held: await desk.find(item.caseId) })),
  );
  const items = found.map(({ caseId, held, refusal }) => ({
    ...bulkItem(caseId, held),
    answer: refusal === undefined ? became(held, commandId) : refused(refusal),
    undoable: isUndoable(held, { commandId, at: asked.at }),
  }));
  const ends = found.flatMap(({ held }) => held?.conclusion?.finalAt ?? []);
  const until = Math.max(0, ...ends);
  return page('bulk-result', {
    title,
    commandId,
    items,
    outlook: outlook(items.map(({ answer }) => answer)),
    undoable: items.some(({ undoable }) => undoable),
    until: until > asked.at ? new Date(until).toISOString() : undefined,
  });
}

/** The decision on many cases that the address names, as long as the session has it. */
export function namedBulk({ session, params }: SignedIn): Bulk | undefined {
  return session.bulks?.find(({ commandId }) => commandId === params['commandId']);
}

/** The command that concluded one of many. */
export function commandOf(commandId: string, caseId: string): string {
  return `${commandId}/${caseId}`;
}

const refused = (refusal: keyof typeof CASE_REFUSAL_TEXTS): ShownState => ({
  text: CASE_REFUSAL_TEXTS[refusal],
  tone: 'bad',
});

function became(held: ReviewCase | undefined, commandId: string): ShownState {
  if (held === undefined) return refused('case_unknown');
  const ours = held.conclusion?.commandId === commandOf(commandId, held.caseId);
  return ours || held.state === 'closed'
    ? CASE_STATE_WORDS[held.state]
    : { text: 'taken back', tone: 'plain' };
}

function isUndoable(
  held: ReviewCase | undefined,
  { commandId, at }: { readonly commandId: string; readonly at: Instant },
): boolean {
  const { conclusion, caseId = '' } = held ?? {};
  if (conclusion?.commandId !== commandOf(commandId, caseId)) return false;
  const { status, finalAt = 0 } = conclusion;
  return status === 'awaiting_second' || (status === 'pending' && finalAt > at);
}
