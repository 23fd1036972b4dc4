import type { ReviewCase } from '@doubletake/scoring';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { SampleRow } from '../../models/second-looks.ts';
import { isSampled, monthNamed, monthOf, monthsOn, type Month } from '../../sample.ts';
import { shownMoney } from '../../show/money.ts';
import { partiesOf } from '../../show/parties.ts';
import { readerOf, type Reader } from '../../show/reader.ts';
import { shownTime } from '../../show/time.ts';
import { strayCursor } from '../cases/stray-cursor.ts';
import { looked, type SampledCase } from './sampled-case.ts';

/** Closed cases are read so many at a time, and so often at most for a page: its cost does not grow with the month. */
const READ = 200;
const READS = 4;
const ENOUGH = 20;

/** The quality sample of a month, without a word of what was decided until one has looked oneself. */
export async function samples(asked: SignedIn): Promise<Answer> {
  const month = monthNamed(asked.query['month'] ?? '') ?? monthOf(asked.at);
  const [{ cases, next }, reader] = await Promise.all([drawn(asked, month), readerOf(asked)]);
  const all = await Promise.all(cases.map((held) => looked(asked, held)));
  const { programmes } = asked.house.cases.policy;
  const marks = all.map(markOf);
  const later = monthsOn(month, 1);
  return page('samples', {
    title: 'Samples',
    month: month.name,
    rows: all.map((each) => sampleRow(each, reader, programmes)),
    share: `${Math.round(asked.house.sample.share * 1000) / 10} %`,
    agreed: marks.filter((mark) => mark === 'agrees').length,
    compared: marks.filter((mark) => mark === 'agrees' || mark === 'differs').length,
    next: next && `/samples?month=${month.name}&after=${encodeURIComponent(next)}`,
    earlier: `/samples?month=${monthsOn(month, -1).name}`,
    later: later.from > asked.at ? undefined : `/samples?month=${later.name}`,
  });
}

async function drawn(
  { house, query }: SignedIn,
  { from, to }: Month,
): Promise<{ readonly cases: readonly ReviewCase[]; readonly next: string | undefined }> {
  const cases: ReviewCase[] = [];
  let after = query['after'];
  for (let reads = 0; reads < READS && cases.length < ENOUGH; reads += 1) {
    const found = await house.cases.desk
      .page({
        filter: { states: ['closed'], openedFrom: from, openedTo: to },
        sort: 'opened',
        limit: READ,
        ...(after === undefined ? {} : { after }),
      })
      .catch(strayCursor);
    const closed = found?.cases.map((each) => each.case) ?? [];
    cases.push(...closed.filter((held) => isSampled(held, house.sample)));
    after = found?.next;
    if (after === undefined) break;
  }
  return { cases, next: after };
}

function sampleRow(
  sampled: SampledCase,
  { names, zone }: Reader,
  programmes: ReadonlyMap<string, { readonly name: string }>,
): SampleRow {
  const { held, others } = sampled;
  return {
    caseId: held.caseId,
    parties: partiesOf(held),
    programme: programmes.get(held.programmeId)?.name ?? held.programmeId,
    amount: shownMoney(held.amount),
    opened: shownTime(held.openedAt, zone),
    mark: MARKS[markOf(sampled)],
    others: [...new Set(others.map(({ by }) => names(by)))],
  };
}

/** Where somebody stands to a case of the sample. */
const MARKS = {
  waits: { text: 'waits for you', tone: 'fair' },
  own: { text: 'you decided it', tone: 'plain' },
  agrees: { text: 'you agree', tone: 'good' },
  differs: { text: 'you differ', tone: 'bad' },
  alone: { text: 'nobody had decided', tone: 'plain' },
} as const satisfies Readonly<Record<string, SampleRow['mark']>>;

function markOf({ own, look, first }: SampledCase): keyof typeof MARKS {
  if (look === undefined) return own ? 'own' : 'waits';
  if (first === undefined) return 'alone';
  return first.label === look.label ? 'agrees' : 'differs';
}
