import type { Action } from '@doubletake/scoring';
import { explainDecision } from '../../cli/explain-decision.ts';
import { amount, count, counted } from '../../cli/numbers.ts';
import type { Paint } from '../../cli/paint.ts';
import { table, type Column } from '../../cli/table.ts';
import { ACTIONS, type ReplaySummary } from '../../replay-summary.ts';

/** Reasons beyond these are told as a number. */
const TOP_REASONS = 10;

/** What each action means for the money. */
const MEANINGS: Readonly<Record<Action, string>> = {
  pay: 'released',
  wait: 'waiting',
  review: 'held',
  void: 'blocked',
  claw_back: 'clawed back',
};

const right = (heading: string): Column => ({ heading, align: 'right' });

/** The end of a replay: outcomes by programme, top reasons, money by currency, and one hold explained. */
export function printSummary(
  summary: ReplaySummary,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const { events, duplicates, decisions, example } = summary;
  const again = duplicates === 0 ? '' : ` (${counted(duplicates, 'duplicate')} passed over)`;
  const parts = [
    `${counted(events, 'event')}${again}, ${counted(decisions, 'decision')}\n`,
    table(
      [{ heading: 'programme' }, right('rewards'), ...ACTIONS.map((action) => right(action))],
      summary.programmes.map(({ programmeId, rewards, byAction }) => [
        programmeId,
        count(rewards),
        ...ACTIONS.map((action) => count(byAction[action])),
      ]),
      width,
    ),
    moneyTable(summary, width),
    reasonTable(summary, width),
    ...(example === undefined
      ? []
      : [`One held reward, explained:\n\n${explainDecision(example, { width, paint })}`]),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function moneyTable({ money }: ReplaySummary, width: number): string {
  const currencies = new Set(ACTIONS.flatMap((action) => money[action].map((sum) => sum.currency)));
  const rows = [...currencies].toSorted().map((currency) => [
    currency,
    ...ACTIONS.map((action) => {
      const sum = money[action].find((each) => each.currency === currency);
      return sum === undefined ? '' : amount(sum);
    }),
  ]);
  if (rows.length === 0) return '';
  const columns = [{ heading: 'money' }, ...ACTIONS.map((action) => right(MEANINGS[action]))];
  return table(columns, rows, width);
}

function reasonTable({ reasons }: ReplaySummary, width: number): string {
  const rows = reasons.slice(0, TOP_REASONS).map(({ code, rewards }) => [code, count(rewards)]);
  if (rows.length === 0) return '';
  const more = reasons.length - rows.length;
  return `${table([{ heading: 'reason' }, right('rewards')], rows, width)}${more > 0 ? `and ${counted(more, 'more reason')}\n` : ''}`;
}
