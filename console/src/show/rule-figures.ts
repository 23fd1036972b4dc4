import type { ShownRuleFigures } from '../models/statistics.ts';
import type { RuleFigures } from '../statistics/rule-figures.ts';
import { shownCount } from './number.ts';
import { shownShare } from './share.ts';

/** What labels say about a rule; its name leads to its page for those who may go there. */
export function shownRuleFigures(figures: RuleFigures, mayRead: boolean): ShownRuleFigures {
  const { rule, labels, precision, blind, seen, recall } = figures;
  const told = Object.entries(labels).filter(([, count]) => count > 0);
  return {
    rule,
    href: mayRead ? `/rules/${rule}` : undefined,
    labels: told.map(([label, count]) => `${shownCount(count)} ${label}`).join(', '),
    precision: shownShare(precision),
    blind: shownShare(blind),
    seen: shownShare(seen),
    recall: shownShare(recall),
  };
}
