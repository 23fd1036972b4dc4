import type { BookedRule, ReasonTexts, RuleVotes } from '@doubletake/scoring';
import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { RuleViews } from '../../models/rules.ts';
import { shownCondition } from '../../show/condition.ts';
import { shownCount, shownCounted } from '../../show/number.ts';
import { shownPeriod } from '../../show/period.ts';
import { shownRuleFigures } from '../../show/rule-figures.ts';
import { MODES, voteTag } from '../../show/rule-tags.ts';
import { daysOf } from '../../statistics/period.ts';
import { ruleFigures } from '../../statistics/rule-figures.ts';

/** One rule: what it says, how it is tested, what came of it. */
export async function rule(asked: SignedIn): Promise<Answer> {
  const { house, params, query, user, at } = asked;
  const { desk, policy } = house.cases;
  const { book } = policy;
  const id = `${params['pack'] ?? ''}/${params['name'] ?? ''}`;
  const found = book.rules.find((each) => each.id === id);
  if (found === undefined) return refuse(404);
  const { zone } = user.settings;
  const days = daysOf(query, { at, zone });
  const [votes, labels, given] = await Promise.all([
    desk.ruleVotes(days.period),
    desk.ruleLabels(days.period),
    desk.given(days.period),
  ]);
  const figures = ruleFigures(labels, given).find((each) => each.rule === id);
  const shown = figures && shownRuleFigures(figures, true);
  const { text, tests } = found;
  const { mode, description, conditions, onMissing, acceptedRisk } = found.rule;
  return page('rule', {
    title: found.rule.name,
    source: { version: book.version, commit: book.commit },
    period: shownPeriod(`/rules/${id}`, days, zone),
    id,
    description,
    mode: MODES[mode],
    vote: voteTag(found.rule),
    facts: factsOf(found.rule, policy.programmes),
    condition: shownCondition(conditions, { facts: book.facts, zone }),
    onMissing:
      onMissing === 'hold'
        ? 'When a fact it needs is missing, the reward is held.'
        : 'When a fact it needs is missing, it says nothing, and the decision reports that.',
    acceptedRisk,
    reason: reasonOf(found, policy.reasons),
    votes: votesOf(votes.filter((each) => each.rule === id)),
    shares: [
      { name: 'Precision', hint: 'fraud among fraud, policy and honest', share: shown?.precision },
      { name: 'Score hidden', hint: 'the same, of blind labels', share: shown?.blind },
      { name: 'Score in view', hint: 'the same, of the others', share: shown?.seen },
      {
        name: 'Recall among held',
        hint: 'of blind labels “fraud” on held cases, those it held',
        share: shown?.recall,
      },
    ],
    labels: shown?.labels ?? '',
    tests: tests && { file: tests.file, cases: shownCounted(tests.cases, 'named pair') },
    text,
  });
}

function factsOf(
  { programmes, priority = 1 }: BookedRule['rule'],
  known: ReadonlyMap<string, { readonly name: string }>,
): RuleViews['rule']['facts'] {
  const names = programmes?.map((each) => known.get(each)?.name ?? each);
  return [
    { name: 'Programmes', value: names === undefined ? 'all of its pack' : names.join(', ') },
    { name: 'Priority', value: `${priority} among rules of the same vote` },
  ];
}

function reasonOf(
  { id, rule: { event } }: BookedRule,
  texts: ReasonTexts,
): RuleViews['rule']['reason'] {
  const code = event.params.reason;
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return {
    code,
    analyst: text?.analyst ?? 'no text',
    customer: text?.customer ?? 'no text',
    cases: `/queue?rule=${encodeURIComponent(id)}`,
  };
}

const WOULD: Readonly<Record<RuleVotes['outcome'], string>> = {
  block: 'Blocked',
  hold: 'Held',
  release: 'Released',
};

function votesOf(votes: readonly RuleVotes[]): RuleViews['rule']['votes'] {
  return votes.map(({ outcome, shadow, count }) => ({
    what: shadow ? `Would have ${WOULD[outcome].toLowerCase()}, on trial` : WOULD[outcome],
    count: shownCount(count),
  }));
}
