import type { ConclusionCount, Label, RuleLabels } from '@doubletake/scoring';
import type { Share } from './wilson.ts';

/** What labels say about a rule; a share of nothing is unknown. */
export interface RuleFigures {
  /** `pack/name`. */
  readonly rule: string;
  /** Labels of cases it held, by label. */
  readonly labels: Readonly<Record<Label, number>>;
  /** Fraud among those who were sure, whether they saw the score or not. */
  readonly precision: Share;
  /** The same of labels given without the score. */
  readonly blind: Share;
  /** The same of labels given with the score in view, which leans towards it. */
  readonly seen: Share;
  /**
   * Of everything called fraud without the score in view, the part that this rule held. Only what some rule held is
   * ever labelled, so this is recall among held cases: of fraud that nothing held it knows nothing.
   */
  readonly recall: Share;
}

/** Figures of every rule that has labels, most labels first. */
export function ruleFigures(
  labels: readonly RuleLabels[],
  given: readonly ConclusionCount[],
): readonly RuleFigures[] {
  const blindFrauds = sum(
    given.filter(
      ({ status, label, scoreVisible }) =>
        (status === 'final' || status === 'opinion') && label === 'fraud' && !scoreVisible,
    ),
  );
  const rules = [...new Set(labels.map(({ rule }) => rule))];
  return rules
    .map((rule) =>
      figuresOf(
        rule,
        labels.filter((each) => each.rule === rule),
        blindFrauds,
      ),
    )
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

function figuresOf(rule: string, own: readonly RuleLabels[], blindFrauds: number): RuleFigures {
  const count = (label: Label): number => sum(own.filter((each) => each.label === label));
  const blind = precisionOf(own.filter(({ scoreVisible }) => !scoreVisible));
  return {
    rule,
    labels: {
      fraud: count('fraud'),
      policy: count('policy'),
      honest: count('honest'),
      unsure: count('unsure'),
    },
    precision: precisionOf(own),
    blind,
    seen: precisionOf(own.filter(({ scoreVisible }) => scoreVisible)),
    recall: { part: blind.part, whole: blindFrauds },
  };
}

/** Who was unsure said neither yes nor no. */
function precisionOf(labels: readonly RuleLabels[]): Share {
  return {
    part: sum(labels.filter(({ label }) => label === 'fraud')),
    whole: sum(labels.filter(({ label }) => label !== 'unsure')),
  };
}

const sizeOf = ({ labels }: RuleFigures): number =>
  Object.values(labels).reduce((total, count) => total + count, 0);

const sum = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((total, { count }) => total + count, 0);
