/** Every problem this package can report. A closed list: README and types are held equal by a test. */
export const SCORING_ERROR_CODES = [
  'event_not_json',
  'event_not_utf8',
  'event_too_large',
  'event_not_an_object',
  'event_unknown_type',
  'event_unknown_key',
  'event_missing_key',
  'event_wrong_type',
  'event_bad_instant',
  'event_bad_value',
  'event_too_long',
  'event_too_deep',
  'event_empty_observation',
  'event_card_number',
  'event_id_conflict',
  'model_invalid',
  'programme_invalid',
  'reasons_invalid',
] as const;

export type ScoringErrorCode = (typeof SCORING_ERROR_CODES)[number];
