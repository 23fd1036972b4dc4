/** A key that does something, and that everybody may have elsewhere. */
export interface Shortcut {
  /** What it is kept by. */
  readonly id: string;
  /** The key as pages name it. */
  readonly key: string;
  readonly does: string;
}

/**
 * Every single key there is; a test finds each of them on a page, and none on a page that is not here. Digits, `Esc` and
 * keys with Ctrl stay what they are, and so does what follows the key that goes to a page.
 */
export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'help', key: '?', does: 'List the keys' },
  { id: 'go', key: 'g', does: 'Go to a page: its own key follows' },
  { id: 'search', key: '/', does: 'Search' },
  { id: 'undo', key: 'z', does: 'Undo' },
  { id: 'down', key: 'j', does: 'Next row' },
  { id: 'up', key: 'k', does: 'Row before' },
  { id: 'next', key: 'n', does: 'Claim the next case' },
  { id: 'select', key: 'x', does: 'Select a row; exception for the pair' },
  { id: 'range', key: 'X', does: 'Select up to a row' },
  { id: 'all', key: '*', does: 'Select all rows' },
  { id: 'claim', key: 'c', does: 'Claim or keep' },
  { id: 'release', key: 'r', does: 'Release' },
  { id: 'block', key: 'b', does: 'Block; send back' },
  { id: 'approve', key: 'a', does: 'Approve; answer' },
  { id: 'skip', key: 's', does: 'Skip' },
  { id: 'escalate', key: 'e', does: 'Escalate' },
  { id: 'hold', key: 'h', does: 'Snooze' },
  { id: 'reopen', key: 'o', does: 'Open a closed case again' },
  { id: 'linked', key: 'l', does: 'Decide the linked cases together' },
  { id: 'note', key: 'm', does: 'Write a note' },
  { id: 'reveal', key: 'p', does: 'Reveal values' },
  { id: 'pair', key: 'd', does: 'The pair; decide the selected together' },
  { id: 'graph', key: 'v', does: 'Who is connected' },
  { id: 'timeline', key: 't', does: 'Timeline' },
  { id: 'before', key: '[', does: 'Case before, in the list one came from' },
  { id: 'after', key: ']', does: 'Case after' },
  { id: 'copy', key: 'y', does: 'Copy the link' },
];

/** The keys somebody moved, as pages are told: where each was and where it is, one character each. */
export function movedKeys(chosen: Readonly<Record<string, string>> = {}): string {
  const pairs = SHORTCUTS.flatMap(({ id, key }) => {
    const own = chosen[id];
    return own === undefined || own === key ? [] : [key, own];
  });
  return pairs.join('');
}

/** What is wrong with a choice of keys, by id: one character that is no digit and no space, and no key twice. */
export function keyProblems(chosen: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const holders = new Map<string, string>();
  for (const { id, key, does } of SHORTCUTS) {
    const own = chosen.get(id) ?? key;
    const holder = holders.get(own);
    if (!/^[^\s\d\p{C}]$/u.test(own)) problems[id] = 'One character, no digit and no space.';
    else if (holder !== undefined) problems[id] = `\`${own}\` is taken: ${holder}.`;
    else holders.set(own, does);
  }
  return problems;
}
