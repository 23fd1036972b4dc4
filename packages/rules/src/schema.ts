import { LIMITS } from './limits.ts';
import { FACT_ID, KEBAB_NAME, REASON_CODE } from './names.ts';
import { OPERATOR_NAMES, OPERATORS } from './operators/index.ts';
import type { OperatorName } from './operators/operator.ts';
import { RULE_KEYS } from './parse/rule.ts';
import { ON_MISSING, RULE_MODES, VOTE_TYPES } from './rule.ts';

/**
 * The rule file as JSON Schema (draft 2020-12), for editors. It accepts whatever `parseRule` accepts; the parser knows
 * more (depth, types across a list) and explains better.
 */
export function ruleSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Rule',
    ...closed(
      {
        name: { type: 'string', pattern: KEBAB_NAME.pattern },
        description: PROSE,
        mode: { enum: RULE_MODES },
        programmes: {
          type: 'array',
          minItems: 1,
          items: { type: 'string', pattern: KEBAB_NAME.pattern },
        },
        priority: { type: 'integer', minimum: 1, default: 1 },
        conditions: { $ref: '#/$defs/group' },
        event: { $ref: '#/$defs/event' },
        onMissing: { enum: ON_MISSING, default: 'ignore' },
        acceptedRisk: PROSE,
      },
      RULE_KEYS.required,
    ),
    $defs: {
      group: { oneOf: ['all', 'any', 'not'].map(group) },
      condition: { anyOf: [{ $ref: '#/$defs/group' }, { $ref: '#/$defs/comparison' }] },
      comparison: { oneOf: OPERATOR_NAMES.map(comparison) },
      event: { oneOf: VOTE_TYPES.map(event) },
    },
  };
}

const PROSE = { type: 'string', minLength: 1, maxLength: LIMITS.prose };
const LABEL = { type: 'string', minLength: 1, maxLength: LIMITS.text };
const FACT = { type: 'string', pattern: FACT_ID.pattern };
const FACT_REFERENCE = closed({ fact: FACT }, ['fact']);

function closed(properties: Readonly<Record<string, object>>, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function group(kind: string): object {
  const part = { $ref: '#/$defs/condition' };
  const parts = { type: 'array', items: part, minItems: 1, maxItems: LIMITS.list };
  return closed({ name: LABEL, [kind]: kind === 'not' ? part : parts }, [kind]);
}

function comparison(operator: OperatorName): object {
  const value = { anyOf: [literal(operator), FACT_REFERENCE] };
  return closed({ name: LABEL, fact: FACT, operator: { const: operator }, value }, [
    'fact',
    'operator',
    'value',
  ]);
}

function literal(operator: OperatorName): object {
  const { left, right } = OPERATORS[operator];
  if (right === 'element') return { type: 'string' };
  const scalar = { type: left.filter((type) => type !== 'instant') };
  return right === 'list' ? { type: 'array', items: scalar, minItems: 1 } : scalar;
}

function event(type: string): object {
  const params = {
    reason: { type: 'string', pattern: REASON_CODE.pattern },
    ...(type === 'block' && { final: { type: 'boolean', default: false } }),
    ...(type === 'hold' && { until: FACT }),
  };
  return closed({ type: { const: type }, params: closed(params, ['reason']) }, ['type', 'params']);
}
