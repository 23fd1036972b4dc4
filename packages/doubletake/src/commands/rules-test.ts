import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { count, counted } from '../cli/numbers.ts';
import { paintFor, type Paint } from '../cli/paint.ts';
import { printable } from '../cli/printable.ts';
import { table } from '../cli/table.ts';
import {
  checkPackName,
  openRules,
  packNames,
  RULES_OPTION,
  rulesDir,
} from './policy/open-rules.ts';
import { problemLine } from './policy/rules-problems.ts';
import { testPack, type CaseReport, type RuleReport } from './rules/run-tests.ts';

/** A pack's rules with how their cases went. */
interface PackReport {
  readonly pack: string;
  readonly rules: readonly RuleReport[];
}

/** Runs every rule's cases, on both engines. */
export const rulesTest: Command = {
  name: 'rules test',
  summary: 'run every rule’s test cases on the compiled rules and on json-rules-engine',
  about: [
    'A rule without tests, without a case that fires it or without one that leaves it quiet is a problem.',
    'Exit code 1 when a case fails or there is a problem.',
  ],
  positionals: [
    { name: 'PACK', summary: 'packs to test; all by default', optional: true, many: true },
  ],
  options: { rules: RULES_OPTION },
  examples: [
    { line: 'rules test', note: 'every pack that comes with doubletake' },
    { line: 'rules test evidence --rules ./rules', note: 'one pack of your own' },
  ],
  run: async (args, io) => {
    const dir = rulesDir(args, io);
    const known = await packNames(dir, io);
    for (const pack of args.positionals) checkPackName(pack, known);
    const folder = openRules(dir);
    const chosen = args.positionals.length > 0 ? args.positionals : known;
    const packs = folder.packs.filter(({ name }) => chosen.includes(name));
    const reports = await Promise.all(
      packs.map(async (pack): Promise<PackReport> => ({
        pack: pack.name,
        rules: await testPack(folder, pack),
      })),
    );
    const ok = reports.every(({ rules }) => rules.every(isGood));
    const text = args.flag('json')
      ? `${JSON.stringify({ ok, packs: reports }, undefined, 2)}\n`
      : printReports(reports, { paint: paintFor(io.stdout, io), width: io.stdout.columns });
    await io.stdout.write(text);
    return ok ? EXIT.ok : EXIT.no;
  },
};

function isGood({ cases, problems }: RuleReport): boolean {
  return problems.length === 0 && cases.every(({ passed }) => passed);
}

function printReports(
  reports: readonly PackReport[],
  { paint, width }: { paint: Paint; width: number },
): string {
  const rules = reports.flatMap((report) => report.rules);
  const bad = rules.filter((rule) => !isGood(rule)).flatMap(complaints);
  const columns = [
    { heading: 'pack' },
    ...['rules', 'cases', 'failed', 'problems'].map((heading) => ({
      heading,
      align: 'right' as const,
    })),
  ];
  const rows = reports.map(({ pack, rules: own }) => [
    pack,
    count(own.length),
    count(own.reduce((sum, { cases }) => sum + cases.length, 0)),
    count(own.reduce((sum, { cases }) => sum + cases.filter(({ passed }) => !passed).length, 0)),
    count(own.reduce((sum, { problems }) => sum + problems.length, 0)),
  ]);
  const summary =
    bad.length === 0
      ? paint.good(`${counted(rules.length, 'rule')} tested, on both engines`)
      : paint.bad(counted(bad.length, 'failure'));
  const lines = bad.map((line) => `${printable(line)}\n`).join('');
  return `${lines}${lines === '' ? '' : '\n'}${table(columns, rows, width)}\n${summary}\n`;
}

function complaints({ file, cases, problems }: RuleReport): string[] {
  const failed = cases.flatMap((one, i) =>
    one.passed ? [] : [`${file}#/cases/${i}: ${failure(one)}`],
  );
  return [...problems.map(problemLine), ...failed];
}

function failure({ note, expect, compiled, reference }: CaseReport): string {
  const got =
    compiled === reference
      ? `both engines say ${compiled}`
      : `compiled says ${compiled}, json-rules-engine says ${reference}`;
  return `\`${note}\` expects ${expect}, ${got}`;
}
