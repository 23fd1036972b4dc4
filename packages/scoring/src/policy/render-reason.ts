import type { FactValue, Facts, Vote } from '@doubletake/rules';
import type { Reason } from '../decision.ts';
import type { ReasonTexts } from './reason.ts';

/** Placeholder of a fact in an analyst's text. */
const PLACEHOLDER = /\{([\w.]+)\}/gu;

/** Facts a reason text names, so that a check can hold them against the catalogue. */
export function factsNamed(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

function shown(value: FactValue | undefined): string {
  if (value === undefined) return 'unknown';
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/**
 * A reason no rule file gives, in both vocabularies: a person's, by rule `review`, or that of a stand-in for the rules, by
 * `fail-mode`. Its bare code where the team's list has lost it.
 */
export function renderGivenReason(
  { reason: code, rule }: { readonly reason: string; readonly rule: 'review' | 'fail-mode' },
  facts: Facts,
  texts: ReasonTexts,
): Reason {
  if (!Object.hasOwn(texts, code)) return { code, rule, text: code, customerText: '' };
  return renderReason({ reason: code, rule }, facts, texts);
}

/** The reason behind a vote, in both vocabularies. */
export function renderReason(
  vote: Pick<Vote, 'reason' | 'rule'>,
  facts: Facts,
  texts: ReasonTexts,
): Reason {
  const entry = Object.hasOwn(texts, vote.reason) ? texts[vote.reason] : undefined;
  if (!entry) throw new RangeError(`no text for reason ${vote.reason}`);
  const text = entry.analyst.replaceAll(PLACEHOLDER, (_, fact: string) =>
    shown(Object.hasOwn(facts, fact) ? facts[fact] : undefined),
  );
  return { code: vote.reason, rule: vote.rule, text, customerText: entry.customer };
}
