import { LABELS, type Decision } from '@doubletake/scoring';
import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';
import type { BlindForm, SecondLookViews } from '../../models/second-looks.ts';
import { blindFacts, blindPair } from '../../show/blind.ts';
import { shownStake } from '../../show/stake.ts';
import { readerOf, type Reader } from '../../show/reader.ts';
import { reasonWords } from '../../show/reason.ts';
import { shownTime } from '../../show/time.ts';
import { timeline } from '../../show/timeline.ts';
import { casePath } from '../cases/on-case.ts';
import { sampledCase, type SampledCase } from './sampled-case.ts';

/** A case of the sample, blind: what was known of the pair, and nothing of what anybody or anything made of it. */
export function samplePage(asked: SignedIn): Promise<Answer> {
  return sampleView(asked, {});
}

/** The page with what was wrong with its form. */
export async function sampleView(asked: SignedIn, problems: FormProblems): Promise<Answer> {
  const sampled = await sampledCase(asked);
  const decision = sampled && (await asked.house.cases.ledger.decision(sampled.held.decisionId));
  if (sampled === undefined || decision === undefined) return refuse(404);
  const reader = await readerOf(asked);
  const model = {
    ...(await known(asked, reader, { sampled, decision })),
    answer: sampled.look === undefined && !sampled.own ? blindForm(asked, problems) : undefined,
    own: sampled.own,
    result: resultOf(sampled, reader),
  };
  return page('sample', model, Object.keys(problems).length === 0 ? 200 : 422);
}

// INVARIANT: nothing here comes from the score, from evidence, from rules or from people; what happened after the case
// was opened would tell how it ended.
async function known(
  asked: SignedIn,
  { zone, ...reader }: Reader,
  { sampled, decision }: { readonly sampled: SampledCase; readonly decision: Decision },
): Promise<Omit<SecondLookViews['sample'], 'answer' | 'own' | 'result'>> {
  const { ledger, policy } = asked.house.cases;
  const { held } = sampled;
  const { rewardId, refreshedAt } = held;
  const record = await ledger.read(rewardId, refreshedAt);
  const before = new Date(refreshedAt).toISOString();
  const told = timeline({ record, decisions: [], notes: [], acts: [] }, { ...reader, zone });
  return {
    title: 'Second look',
    caseId: held.caseId,
    rewardId,
    referrer: held.referrerId ?? 'unknown',
    referee: held.refereeId ?? 'unknown',
    pair: blindPair(decision, record ?? {}),
    stake: shownStake(held, record, policy.programmes.get(held.programmeId)),
    facts: blindFacts(decision.facts, zone),
    timeline: told.filter(({ at }) => at.iso <= before),
  };
}

function blindForm({ house, form }: SignedIn, problems: FormProblems): BlindForm {
  const { label, note } = form;
  return {
    commandId: Buffer.from(house.random(16)).toString('base64url'),
    labels: [
      { value: '', label: 'choose' },
      ...LABELS.map((value, nth) => ({ value, label: `${nth + 1} ${value}` })),
    ],
    typed: {
      label: typeof label === 'string' ? label : '',
      note: typeof note === 'string' ? note : '',
    },
    problems,
  };
}

/** What was decided, for those who have looked themselves. */
function resultOf(
  { held, look, first }: SampledCase,
  { names, zone }: Reader,
): SecondLookViews['sample']['result'] {
  if (look === undefined) return undefined;
  const theirs = first && [
    { name: 'Decided by', value: names(first.by) },
    { name: 'At', value: shownTime(first.at, zone).text },
    { name: 'Decision', value: first.outcome ?? 'none' },
    { name: 'Reason', value: reasonWords(first.reason ?? 'none') },
    { name: 'Label', value: first.label },
  ];
  return {
    yours: look.label,
    theirs: theirs ?? [{ name: 'Decided by', value: 'nobody: a later screening answered first' }],
    agrees: first && first.label === look.label,
    href: casePath(held.caseId),
  };
}
