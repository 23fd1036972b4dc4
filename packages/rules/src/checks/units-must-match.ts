import { rightFactOf } from '../condition.ts';
import { comparisonsIn } from './check.ts';
import type { Check } from './check.ts';
import { declarationOf } from './operand-types-must-match.ts';

/** Days are not hours and cents are not euros: two facts are compared in one unit. */
export const unitsMustMatch: Check = (rule, { catalogue }) =>
  comparisonsIn(rule).flatMap(({ value: { fact, value }, path }) => {
    const other = rightFactOf(value);
    if (other === undefined) return [];
    const left = declarationOf(catalogue, fact)?.unit;
    const right = declarationOf(catalogue, other)?.unit;
    if (left === undefined || right === undefined || left === right) return [];
    const message = `\`${fact}\` is in \`${left}\`, and \`${other}\` is in \`${right}\``;
    return [{ code: 'rules_operand_unit', message, path, text: other }];
  });
