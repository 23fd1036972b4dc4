import { expect, test } from 'vitest';
import { ruleBookOf } from './rule-book.ts';
import { loadRules } from './rules-folder.ts';

const loaded = loadRules();
if (!loaded.ok) throw new Error('the rules do not load');
const folder = loaded.value;

test('every rule stands in the book once, strictest first, with its named pairs', () => {
  const { rules, version } = ruleBookOf(folder);
  const ids = folder.packs.flatMap(({ name, rules: own }) =>
    own.map((rule) => `${name}/${rule.name}`),
  );
  expect(rules.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(version).toBe(folder.rulesVersion);
  const classic = rules.filter(({ pack }) => pack === 'four-controls');
  expect(classic[0]).toMatchObject({
    id: 'four-controls/shared-payment-instrument',
    tests: { file: 'packs/four-controls/shared-payment-instrument.test.json' },
  });
  const priorities = classic
    .filter(({ rule }) => rule.event.type === 'hold')
    .map(({ rule }) => rule.priority ?? 1);
  expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
  for (const { tests } of rules) expect(tests?.cases).toBeGreaterThanOrEqual(2);
  for (const { text, rule } of rules) expect(JSON.parse(text)).toMatchObject({ name: rule.name });
});

test('rules that are off stand in it too, and a folder without tests has none to show', () => {
  const [pack] = folder.packs;
  const [rule] = pack?.rules ?? [];
  if (rule === undefined) throw new Error('no rule');
  const off = { ...rule, name: 'switched-off', mode: 'off' as const };
  const book = ruleBookOf({ ...folder, packs: [{ name: 'p', rules: [off] }] }, 'abc123');
  expect(book.commit).toBe('abc123');
  expect(book.rules).toHaveLength(1);
  expect(book.rules[0]?.rule.mode).toBe('off');
  expect(book.rules[0]).not.toHaveProperty('tests');
});
