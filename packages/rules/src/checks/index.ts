import type { FactCatalogue } from '../fact.ts';
import { sortProblems } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Pack, Rule } from '../rule.ts';
import { aBlockNeedsTwoMatches } from './a-block-needs-two-matches.ts';
import type { Check } from './check.ts';
import { conditionsMustBeAbleToFail } from './conditions-must-be-able-to-fail.ts';
import { conditionsMustBeAbleToHold } from './conditions-must-be-able-to-hold.ts';
import { factsMustBeDeclared } from './facts-must-be-declared.ts';
import { namesMustBeUnique } from './names-must-be-unique.ts';
import { operandTypesMustMatch } from './operand-types-must-match.ts';
import { reasonsMustBeListed } from './reasons-must-be-listed.ts';
import { rulesMustChangeSomething } from './rules-must-change-something.ts';
import { unitsMustMatch } from './units-must-match.ts';
import { untilMustNameAnInstant } from './until-must-name-an-instant.ts';

/** The laws a pack must keep. A new one is a file and a row. */
const CHECKS: readonly Check[] = [
  namesMustBeUnique,
  factsMustBeDeclared,
  operandTypesMustMatch,
  unitsMustMatch,
  reasonsMustBeListed,
  untilMustNameAnInstant,
  conditionsMustBeAbleToHold,
  conditionsMustBeAbleToFail,
  rulesMustChangeSomething,
  aBlockNeedsTwoMatches,
];

/** What a pack is checked against. */
export interface CheckContext {
  catalogue: FactCatalogue;
  /** The listed reason codes. */
  reasons: ReadonlySet<string> | readonly string[];
  /** The file a rule came from, for the problems' places. Default: the rule's id. */
  fileOf?: (rule: Rule) => string;
}

/** Every problem of a pack that its single files do not show, sorted by place. An empty list means it may ship. */
export function checkPack(pack: Pack, context: CheckContext): readonly Problem[] {
  const { catalogue, fileOf = (rule: Rule): string => `${pack.name}/${rule.name}` } = context;
  const surroundings = { pack, catalogue, reasons: new Set(context.reasons) };
  return sortProblems(
    pack.rules.flatMap((rule) =>
      CHECKS.flatMap((check) => check(rule, surroundings)).map(({ path, ...finding }) => ({
        ...finding,
        at: { file: fileOf(rule), path },
      })),
    ),
  );
}
