import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { counted } from '../cli/numbers.ts';
import { paintFor } from '../cli/paint.ts';
import { printable } from '../cli/printable.ts';
import { loadRules, type RulesProblem } from '../rules-folder.ts';
import { checkPackName, packNames, RULES_OPTION, rulesDir } from './policy/open-rules.ts';
import { problemLine, sortedProblems } from './policy/rules-problems.ts';

/** Everything wrong with a rules folder, at once. */
export const rulesCheck: Command = {
  name: 'rules check',
  summary: 'check the rules folder: shapes, facts, types, contradictions, unreachable rules',
  about: ['Prints every problem at once, by file and place. Exit code 1 when there is one.'],
  positionals: [
    { name: 'PACK', summary: 'packs to report on; all by default', optional: true, many: true },
  ],
  options: { rules: RULES_OPTION },
  examples: [
    { line: 'rules check', note: 'the rules that come with doubletake' },
    {
      line: 'rules check evidence --rules ./rules --json',
      note: 'one pack of your own, for a CI job',
    },
  ],
  run: async (args, io) => {
    const dir = rulesDir(args, io);
    const known = await packNames(dir, io);
    for (const pack of args.positionals) checkPackName(pack, known);
    const chosen = args.positionals.length > 0 ? args.positionals : known;
    const loaded = loadRules(dir);
    const problems = loaded.ok
      ? []
      : sortedProblems(loaded.problems.filter(concerns(chosen, known)));
    const paint = paintFor(io.stdout, io);
    const lines = problems.map((problem) => `${printable(problemLine(problem))}\n`);
    const summary =
      problems.length === 0
        ? paint.good(`${counted(chosen.length, 'pack')} without a problem: ${chosen.join(', ')}`)
        : paint.bad(counted(problems.length, 'problem'));
    const text = args.flag('json')
      ? `${JSON.stringify({ ok: problems.length === 0, packs: chosen, problems }, undefined, 2)}\n`
      : `${lines.join('')}${summary}\n`;
    await io.stdout.write(text);
    return problems.length === 0 ? EXIT.ok : EXIT.no;
  },
};

/** Whether a problem touches the chosen packs: what all packs share (facts, reasons, model) always does. */
function concerns(
  chosen: readonly string[],
  known: readonly string[],
): (problem: RulesProblem) => boolean {
  const others = known.filter((pack) => !chosen.includes(pack));
  return ({ at: { file = '' } }) => !others.some((pack) => file.startsWith(`packs/${pack}/`));
}
