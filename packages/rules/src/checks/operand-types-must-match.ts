import { isFactReference } from '../condition.ts';
import type { FactCatalogue, FactDeclaration, FactType } from '../fact.ts';
import { OPERATORS } from '../operators/index.ts';
import type { Comparison } from '../rule.ts';
import { comparisonsIn } from './check.ts';
import type { Check, Finding } from './check.ts';

/** No moment this system can mean lies before 1973-03-03; a smaller number is most likely in seconds. */
const EARLIEST_INSTANT = 1e11;

/** What an operator compares must be of the types it compares; otherwise the rule is in error whenever it runs. */
export const operandTypesMustMatch: Check = (rule, { catalogue }) =>
  comparisonsIn(rule).flatMap(({ value: comparison, path }) => {
    const left = declarationOf(catalogue, comparison.fact);
    if (left === undefined) return [];
    const message =
      leftProblem(comparison, left.type) ?? rightProblem(comparison, left.type, catalogue);
    if (message === undefined) return [];
    const finding: Finding = { code: 'rules_operand_type', message, path };
    return [{ ...finding, text: JSON.stringify(comparison.value) }];
  });

/** A fact's declaration, if the catalogue has one. */
export function declarationOf(catalogue: FactCatalogue, id: string): FactDeclaration | undefined {
  return Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
}

function leftProblem({ fact, operator }: Comparison, type: FactType): string | undefined {
  const { left, needs } = OPERATORS[operator];
  if (left.includes(type)) return undefined;
  return `\`${operator}\` compares ${needs}, and \`${fact}\` is declared \`${type}\``;
}

function rightProblem(
  { fact, operator, value }: Comparison,
  type: FactType,
  catalogue: FactCatalogue,
): string | undefined {
  const { right } = OPERATORS[operator];
  if (isFactReference(value)) {
    const found = declarationOf(catalogue, value.fact)?.type;
    const wanted = rightType(type, right);
    if (found === undefined || found === wanted) return undefined;
    const needs = wanted === undefined ? 'a list in the rule itself' : `a \`${wanted}\``;
    return `\`${fact}\` is declared \`${type}\`, so its value must be ${needs}, and \`${value.fact}\` is \`${found}\``;
  }
  const base = right === 'element' ? 'string' : primitiveOf(type);
  const wrong = [value].flat().find((literal) => typeof literal !== base);
  if (wrong !== undefined) {
    return `\`${fact}\` is declared \`${type}\`, so it never meets \`${JSON.stringify(wrong)}\``;
  }
  const early = [value].flat().find((literal) => Number(literal) < EARLIEST_INSTANT);
  if (type !== 'instant' || early === undefined) return undefined;
  return `\`${fact}\` is an instant in milliseconds since 1970, and \`${early}\` is too small for one`;
}

/** The type a fact on the right must have; a list holds strings, so only a string can be looked up in one. */
function rightType(left: FactType, right: 'same' | 'list' | 'element'): FactType | undefined {
  if (right === 'same') return left;
  if (right === 'element') return 'string';
  return left === 'string' ? 'string[]' : undefined;
}

function primitiveOf(type: FactType): string {
  return type === 'instant' ? 'number' : type;
}
