import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { closestName } from '@doubletake/rules';
import type { Policy } from '@doubletake/scoring';
import type { Arguments, OptionSpec } from '../../cli/command.ts';
import { CommandError } from '../../cli/errors.ts';
import { unreadable } from '../../cli/file-errors.ts';
import type { Io } from '../../cli/io.ts';
import { defaultRulesDir, loadRules, policyOf, type RulesFolder } from '../../rules-folder.ts';
import { problemLine, sortedProblems } from './rules-problems.ts';

/** `--rules` as every command that reads the rules folder has it. */
export const RULES_OPTION: OptionSpec = {
  value: 'DIR',
  summary: 'the rules folder; the one that comes with doubletake by default',
};

/** Options of every command that decides by a rules folder. */
export const POLICY_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  rules: RULES_OPTION,
  model: { value: 'FILE', summary: 'evidence weights instead of the folder’s model.json' },
  pack: { value: 'PACK', summary: 'risk pack instead of the one each programme names' },
};

/** Where the rules are. */
export function rulesDir(args: Arguments, io: Pick<Io, 'cwd'>): string {
  const given = args.option('rules');
  return given === undefined ? defaultRulesDir() : path.resolve(io.cwd, given);
}

/** The packs of a rules folder; throws `CommandError` when there is no such folder. */
export async function packNames(dir: string, { cwd }: Pick<Io, 'cwd'>): Promise<string[]> {
  const entries = await readdir(path.join(dir, 'packs'), { withFileTypes: true }).catch(
    (error: unknown) => {
      throw unreadable(path.relative(cwd, path.join(dir, 'packs')), error);
    },
  );
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
}

/** Refuses a pack that the folder does not have. */
export function checkPackName(typed: string, known: readonly string[]): void {
  if (known.includes(typed)) return;
  const near = closestName(typed, known);
  throw new CommandError({
    code: 'cli_unknown_pack',
    message: `there is no pack \`${typed}\``,
    hint: near === undefined ? `there are ${known.join(', ')}` : `did you mean \`${near}\``,
  });
}

/** The rules of a folder; throws `CommandError` when they have a problem: half a rule set is never used. */
export function openRules(dir: string, model?: string): RulesFolder {
  const loaded = loadRules(dir, model);
  if (loaded.ok) return loaded.value;
  const problems = sortedProblems(loaded.problems);
  const [first] = problems;
  throw new CommandError({
    code: 'rules_have_problems',
    message: `the rules cannot be used: ${first === undefined ? '' : problemLine(first)}`,
    hint: `\`doubletake rules check\` lists all ${problems.length}`,
    problems,
  });
}

/** The policy that `--rules`, `--model` and `--pack` amount to. */
export async function openPolicy(args: Arguments, io: Pick<Io, 'cwd'>): Promise<Policy> {
  const dir = rulesDir(args, io);
  const [model, pack] = [args.option('model'), args.option('pack')];
  const known = await packNames(dir, io);
  if (pack !== undefined) checkPackName(pack, known);
  const file = model === undefined ? undefined : path.resolve(io.cwd, model);
  return policyOf(openRules(dir, file), pack);
}
