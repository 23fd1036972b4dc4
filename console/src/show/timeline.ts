import type { AuditRecord, Decision, Instant, Note, ScreeningRecord } from '@doubletake/scoring';
import type { ShownEvent } from '../models/case-parts.ts';
import { shownAct } from './case-act.ts';
import type { Reader } from './reader.ts';
import { reasonWords } from './reason.ts';
import { shownTime } from './time.ts';

interface Sources {
  readonly record: ScreeningRecord | undefined;
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
  readonly acts: readonly AuditRecord[];
}

type Happened = Omit<ShownEvent, 'at'> & { readonly at: Instant };

/** Everything that happened to the case, the latest first. */
export function timeline(sources: Sources, { names, zone }: Reader): readonly ShownEvent[] {
  const { record, decisions, notes, acts } = sources;
  const all = [
    ...(record === undefined ? [] : told(record)),
    ...decisions.map(decided),
    ...notes.flatMap((note) => noted(note, names)),
    ...acts.map((act) => ({ at: act.at, kind: 'act' as const, ...shownAct(act, { names, zone }) })),
  ];
  return all
    .toSorted((a, b) => b.at - a.at)
    .map((each) => ({ ...each, at: shownTime(each.at, zone) }));
}

function told({
  reward,
  referral,
  order,
  referrer,
  referee,
}: ScreeningRecord): readonly Happened[] {
  const rows: readonly (readonly [Instant | undefined, string])[] = [
    [referrer?.createdAt, 'Referrer joined'],
    [referee?.createdAt, 'Referee joined'],
    [referral?.clickedAt, 'Referral link opened'],
    [referral?.at, 'Referral attributed'],
    [order?.createdAt, 'Order made'],
    [order?.completedAt, 'Order completed'],
    [reward.accruedAt, 'Reward accrued'],
    [reward.dueAt, 'Payout asked for'],
    [reward.paidAt, 'Reward paid'],
    [reward.reversedAt, 'Reward reversed'],
  ];
  return rows.flatMap(([at, what]) =>
    at === undefined
      ? []
      : [{ at, kind: 'event', who: undefined, what, detail: undefined } as const],
  );
}

function decided({ at, outcome, action, stage, score, reasons }: Decision): Happened {
  const why = reasons.map(({ code }) => reasonWords(code)).join(', ');
  return {
    at,
    kind: 'decision',
    who: undefined,
    what: `Decided: ${outcome} → ${reasonWords(action)}`,
    detail: `${stage} · score ${score.toFixed(1)}${why === '' ? '' : ` · ${why}`}`,
  };
}

function noted({ by, versions }: Note, names: Reader['names']): readonly Happened[] {
  const last = versions.at(-1);
  if (last === undefined) return [];
  const what = versions.length > 1 ? 'Note, edited' : 'Note';
  return [{ at: last.at, kind: 'note', who: names(by), what, detail: last.text }];
}
