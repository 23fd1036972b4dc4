import type { Check } from './check.ts';

/** Votes, tests and decisions refer to a rule by its name; two rules of one name could not be told apart. */
export const namesMustBeUnique: Check = (rule, { pack }) => {
  const first = pack.rules.find(({ name }) => name === rule.name);
  if (first === rule) return [];
  const message = `the pack \`${pack.name}\` has another rule named \`${rule.name}\``;
  return [{ code: 'rules_duplicate_name', message, path: '/name', text: rule.name }];
};
