import { HYPOTHESES, printInstant, type Decision } from '@doubletake/scoring';
import { decimal } from './numbers.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import { waterfall } from './waterfall.ts';

/** One decision for a person: outcome, how the score came about, what the rules said, what would have changed it. */
export function explainDecision(
  decision: Decision,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const { rewardId, outcome, action, until, score, posterior } = decision;
  const wait = until === undefined ? '' : ` until ${printInstant(until)}`;
  const shades = { release: paint.good, hold: paint.warn, block: paint.bad };
  const verdict = shades[outcome](`${outcome} → ${action}${wait}`);
  const stories = HYPOTHESES.map((story) => `${story} ${decimal(posterior[story] * 100, 1)} %`);
  return [
    `${paint.strong(printable(rewardId))}  ${verdict}  score ${decimal(score, 1)}\n\n`,
    waterfall(decision, { width, paint }),
    `\nposterior: ${stories.join(', ')}\n`,
    section('Reasons', decision.reasons.map(reasonLine)),
    section(
      'Without a signal',
      decision.counterfactuals.map(
        ({ without, score: other }) => `without ${without} the score is ${decimal(other, 1)}`,
      ),
    ),
    section(
      'Not answered for want of facts',
      decision.notEvaluable.map(({ rule, missing }) => `${rule}: ${missing.join(', ')}`),
    ),
    section('Rules that met a fact of the wrong type', decision.erroredRules),
  ].join('');
}

function reasonLine({ code, text, rule }: Decision['reasons'][number]): string {
  return `${code}: ${text} (${rule})`;
}

function section(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `\n${heading}:\n${lines.map((line) => `  ${printable(line)}\n`).join('')}`;
}
