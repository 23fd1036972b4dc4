import type { RulesProblem } from '../../rules-folder.ts';

/** Problems by file, then by place in it, so that a file is put right from top to bottom. */
export function sortedProblems(problems: readonly RulesProblem[]): readonly RulesProblem[] {
  return problems.toSorted(
    (a, b) =>
      BY_NUMBER.compare(a.at.file ?? '', b.at.file ?? '') ||
      BY_NUMBER.compare(a.at.path, b.at.path) ||
      BY_NUMBER.compare(a.code, b.code),
  );
}

// numbers in a path sort as numbers: condition 10 comes after condition 9
const BY_NUMBER = new Intl.Collator('en', { numeric: true });

/** One line: place, code, what is wrong, and what to do where the message does not say it. */
export function problemLine({ at, code, message, hint }: RulesProblem): string {
  const place = `${at.file ?? ''}${at.path === '' ? '' : `#${at.path}`}`;
  const advice = hint === undefined || message.includes(hint) ? '' : `, ${hint}`;
  return `${place}: ${code}: ${message}${advice}`;
}
