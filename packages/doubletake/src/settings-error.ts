/** Everything that can be wrong with how Doubletake was set up. A closed list; the README has it too. */
export const SETTINGS_ERROR_CODES = [
  'settings_unknown_name',
  'settings_given_twice',
  'settings_file_unreadable',
  'settings_file_unwritable',
  'settings_value_invalid',
  'settings_value_missing',
  'settings_url_invalid',
  'settings_key_invalid',
  'settings_keys_missing',
  'settings_rules_invalid',
  'settings_clock_off',
] as const;

export type SettingsErrorCode = (typeof SETTINGS_ERROR_CODES)[number];

/** A set-up that cannot be started. The message says what to change and shows no secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code: SettingsErrorCode;

  constructor(code: SettingsErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
