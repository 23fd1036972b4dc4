import { expect, test } from 'vitest';
import { OPERATOR_NAMES } from './operators/index.ts';
import { RULE_KEYS } from './parse/rule.ts';
import { ruleSchema } from './schema.ts';

test('the schema knows every key the parser knows, and no other', () => {
  const schema = ruleSchema();
  const keys: readonly string[] = [...RULE_KEYS.required, ...RULE_KEYS.optional];
  expect(schema).toMatchObject({ required: RULE_KEYS.required, additionalProperties: false });
  expect('properties' in schema && Object.keys(schema.properties ?? {}).toSorted()).toEqual(
    keys.toSorted(),
  );
});

test('the schema has one form of comparison for each operator', () => {
  const forms = OPERATOR_NAMES.map((name) => ({ properties: { operator: { const: name } } }));
  expect(ruleSchema()).toMatchObject({ $defs: { comparison: { oneOf: forms } } });
});
