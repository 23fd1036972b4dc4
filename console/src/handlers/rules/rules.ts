import type { BookedRule, RuleVotes } from '@doubletake/scoring';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { RuleRow } from '../../models/rules.ts';
import { shownCounted } from '../../show/number.ts';
import { shownPeriod } from '../../show/period.ts';
import { MODES, votesTold, voteTag } from '../../show/rule-tags.ts';
import { shownShare } from '../../show/share.ts';
import { daysOf } from '../../statistics/period.ts';
import { type RuleFigures, ruleFigures } from '../../statistics/rule-figures.ts';

interface Counted {
  readonly votes: readonly RuleVotes[];
  readonly figures: readonly RuleFigures[];
}

/** Every rule, pack by pack, with what became of it. Read only: rules are changed in version control. */
export async function rules({ house, query, user, at }: SignedIn): Promise<Answer> {
  const { desk, policy } = house.cases;
  const { zone } = user.settings;
  const days = daysOf(query, { at, zone });
  const [votes, labels] = await Promise.all([
    desk.ruleVotes(days.period),
    desk.ruleLabels(days.period),
  ]);
  const counted = { votes, figures: ruleFigures(labels, []) };
  const { book, programmes } = policy;
  const packs = [...new Set(book.rules.map(({ pack }) => pack))];
  return page('rules', {
    title: 'Rules',
    source: { version: book.version, commit: book.commit },
    period: shownPeriod('/rules', days, zone),
    packs: packs.map((name) => ({
      name,
      judges: judgedBy(name, [...programmes.values()]),
      rules: book.rules
        .filter(({ pack }) => pack === name)
        .map((each) => row(each, counted, days.latest)),
    })),
  });
}

function judgedBy(
  pack: string,
  programmes: readonly { readonly name: string; readonly pack: string }[],
): string {
  if (pack === 'terms') return 'What every programme promises: always runs.';
  const names = programmes.filter((each) => each.pack === pack).map(({ name }) => name);
  return names.length === 0 ? 'No programme names it.' : `Judges ${names.join(', ')}.`;
}

function row(
  { id, rule, tests }: BookedRule,
  { votes, figures }: Counted,
  latest: number | undefined,
): RuleRow {
  const own = figures.find((each) => each.rule === id);
  return {
    name: rule.name,
    href: `/rules/${id}${latest === undefined ? '' : `?days=${latest}`}`,
    description: rule.description,
    mode: MODES[rule.mode],
    vote: voteTag(rule),
    votes: votesTold(
      votes.filter((each) => each.rule === id),
      rule.mode,
    ),
    precision: own && shownShare(own.precision),
    tests: tests === undefined ? 'none' : shownCounted(tests.cases, 'pair'),
  };
}
