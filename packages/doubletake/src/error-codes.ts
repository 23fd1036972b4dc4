import { CLI_ERRORS, RECORD_ERROR_CODES } from './cli/errors.ts';
import { SETTINGS_ERROR_CODES } from './settings-error.ts';

/** Every code this package reports with. A closed list: a test holds the README equal to it. */
export const DOUBLETAKE_ERROR_CODES: readonly string[] = [
  ...SETTINGS_ERROR_CODES,
  ...Object.keys(CLI_ERRORS),
  ...RECORD_ERROR_CODES,
  'rules_unreadable',
  'graph_astray',
  'graph_behind',
];
