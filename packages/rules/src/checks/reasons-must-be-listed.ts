import { didYouMean } from '../closest-name.ts';
import type { Check } from './check.ts';

/** A reason is a code people look up: one that is not listed has no wording. */
export const reasonsMustBeListed: Check = (rule, { reasons }) => {
  const { reason } = rule.event.params;
  if (reasons.has(reason)) return [];
  const hint = didYouMean(reason, reasons);
  const message = `unknown reason \`${reason}\``;
  const path = '/event/params/reason';
  const base = { code: 'rules_unknown_reason', message, path, text: reason } as const;
  return [hint === undefined ? base : { ...base, hint }];
};
