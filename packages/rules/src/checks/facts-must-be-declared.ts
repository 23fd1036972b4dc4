import { didYouMean } from '../closest-name.ts';
import { rightFactOf } from '../condition.ts';
import { comparisonsIn } from './check.ts';
import type { Check } from './check.ts';

/** A fact nobody declares is nowhere computed either: the rule would never be evaluable. */
export const factsMustBeDeclared: Check = (rule, { catalogue }) => {
  const { until } = rule.event.params;
  const read = [
    ...comparisonsIn(rule).flatMap(({ value: comparison, path }) => [
      { id: comparison.fact, path: `${path}/fact` },
      { id: rightFactOf(comparison.value), path: `${path}/value/fact` },
    ]),
    { id: until, path: '/event/params/until' },
  ];
  return read.flatMap(({ id, path }) => {
    if (id === undefined || Object.hasOwn(catalogue, id)) return [];
    const hint = didYouMean(id, Object.keys(catalogue));
    const message = `unknown fact \`${id}\``;
    const base = { code: 'rules_unknown_fact', message, path, text: id } as const;
    return [hint === undefined ? base : { ...base, hint }];
  });
};
