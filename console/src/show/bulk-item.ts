import type { BulkAnswer, CaseAnswer, CaseRefusal, ReviewCase } from '@doubletake/scoring';
import { CASE_REFUSAL_TEXTS } from '../case-refusals.ts';
import type { BulkViews } from '../models/bulk.ts';
import type { ShownState } from '../models/case-parts.ts';
import { shownMoney } from './money.ts';
import { partiesOf } from './parties.ts';

type Item = Omit<BulkViews['bulk']['items'][number], 'seen' | 'score' | 'answer'>;

/** A case among many; one there is not stands under its id. */
export function bulkItem(caseId: string, held: ReviewCase | undefined): Item {
  if (held === undefined) return { caseId, parties: caseId, amount: '' };
  return { caseId, parties: partiesOf(held), amount: shownMoney(held.amount) };
}

/** Answers after which nobody can decide a case, whoever asks and however often. */
const OVER: ReadonlyMap<CaseRefusal, string> = new Map([
  ['case_unknown', 'there is no such case'],
  ['case_closed', 'a later screening answered it'],
  ['decided_by_other', 'somebody else decided it'],
  ['decided_already', 'you decided it'],
]);

const whyOver = ({ answer }: BulkAnswer['items'][number]): string | undefined =>
  answer.ok ? undefined : OVER.get(answer.refusal);

/** Cases that can be decided, now or once they are free, and those that nobody can decide any more. */
export function apart(items: BulkAnswer['items']): {
  readonly open: BulkAnswer['items'];
  readonly gone: NonNullable<BulkViews['bulk']['gone']>['cases'];
} {
  return {
    open: items.filter((item) => whyOver(item) === undefined),
    gone: items.flatMap((item) => {
      const why = whyOver(item);
      const { caseId, answer } = item;
      return why === undefined ? [] : [{ caseId, known: answer.case !== undefined, why }];
    }),
  };
}

/** What a case answers to being decided, or would. */
export function answerWords(answer: CaseAnswer, verb: 'would be' | 'is'): ShownState {
  if (!answer.ok) return { text: CASE_REFUSAL_TEXTS[answer.refusal], tone: 'bad' };
  if (answer.case.state !== 'awaiting_second') return { text: `${verb} decided`, tone: 'good' };
  const waits = verb === 'is' ? 'awaits a second person' : 'would await a second person';
  return { text: waits, tone: 'fair' };
}

/** How many answer what, those that go through first. */
export function outlook(answers: readonly ShownState[]): readonly ShownState[] {
  const kinds = new Map<string, { readonly tone: ShownState['tone']; readonly count: number }>();
  for (const { text, tone } of answers)
    kinds.set(text, { tone, count: (kinds.get(text)?.count ?? 0) + 1 });
  return [...kinds]
    .map(([text, { tone, count }]) => ({ text: `${count}: ${text}`, tone }))
    .toSorted((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}

const ORDER: readonly ShownState['tone'][] = ['good', 'fair', 'plain', 'bad'];
