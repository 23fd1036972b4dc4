export { checkPack } from './checks/index.ts';
export type { CheckContext } from './checks/index.ts';
export { closestName } from './closest-name.ts';
export { compareRuleSets } from './compare.ts';
export type { FactSet, RuleSetChange, RuleSetComparison } from './compare.ts';
export { compilePack } from './compile.ts';
export type { CompiledPack, CompiledRule } from './compile.ts';
export { RULES_ERROR_CODES } from './errors.ts';
export type { RulesErrorCode } from './errors.ts';
export { evaluate } from './evaluate.ts';
export { explainRule } from './explain.ts';
export type { ComparisonTrace, ConditionTrace, GroupTrace, RuleTrace } from './explain.ts';
export type { FactCatalogue, FactDeclaration, Facts, FactType, FactValue, Scalar } from './fact.ts';
export type { OperatorName, RightValue } from './operators/operator.ts';
export { parseFactCatalogue } from './parse/fact-catalogue.ts';
export { pointerStep } from './parse/pointer.ts';
export { parseRuleTests } from './parse/rule-tests.ts';
export { parseRule } from './parse/rule.ts';
export { printProblem } from './problem.ts';
export type { Parsed, Problem } from './problem.ts';
export { printRule } from './print-rule.ts';
export { evaluateReference } from './reference.ts';
export { runRuleTests, runRuleTestsReference } from './rule-tests.ts';
export type { Expectation, RuleTestCase, RuleTests, TestResult } from './rule-tests.ts';
export type {
  Comparison,
  Condition,
  Group,
  OnMissing,
  Operand,
  Pack,
  Rule,
  RuleEvent,
  RuleMode,
  VoteType,
} from './rule.ts';
export { ruleSchema } from './schema.ts';
export type { Test, Truth } from './truth.ts';
export type { ErroredRule, EvaluateOptions, Evaluation, NotEvaluable, Vote } from './vote.ts';
