/** Every reason the rule language can refuse something. */
export type RulesErrorCode = (typeof RULES_ERROR_CODES)[number];

/** The codes as data: a closed list, in the order in which a file meets them. */
export const RULES_ERROR_CODES = [
  // the shape of a file
  'rules_wrong_type',
  'rules_missing_key',
  'rules_unknown_key',
  'rules_bad_value',
  'rules_too_deep',
  'rules_too_large',
  // the language of conditions
  'rules_root_not_a_group',
  'rules_ambiguous_condition',
  'rules_empty_group',
  'rules_path_refused',
  'rules_params_refused',
  'rules_reference_refused',
  'rules_unknown_operator',
  'rules_operand_type',
  'rules_misplaced_param',
  // a pack against its catalogue
  'rules_unknown_fact',
  'rules_operand_unit',
  'rules_unknown_reason',
  'rules_until_not_an_instant',
  'rules_duplicate_name',
  'rules_never_true',
  'rules_always_true',
  'rules_unreachable_rule',
  'rules_single_match_block',
  // a rule's tests
  'rules_untested',
] as const;
