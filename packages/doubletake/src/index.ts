export { decisionJson } from '@doubletake/scoring';
export type {
  Action,
  Decision,
  Engine,
  EventProblem,
  Outcome,
  Reason,
  Recorded,
  ScreenOptions,
  WakeOptions,
} from '@doubletake/scoring';
export { parseKeys, type Keys } from './keys.ts';
export { newKeysFile } from './keys-file.ts';
export { openDoubletake, type DoubletakeOptions, type OpenDoubletake } from './open-doubletake.ts';
export { DOUBLETAKE_ERROR_CODES } from './error-codes.ts';
export { replay, type ReplayOptions } from './replay.ts';
export type { ProgrammeSummary, ReplaySummary } from './replay-summary.ts';
export { defaultRulesDir, loadRules, policyOf } from './rules-folder.ts';
export { scorePair, type PairInput, type ScoredPair } from './score-pair.ts';
export {
  webhookSender,
  type WebhookSender,
  type WebhookSenderOptions,
} from './webhooks/webhook-sender.ts';
export { settingsFromEnv, type Env, type Settings, type SettingsProblem } from './settings.ts';
export { SETTINGS_ERROR_CODES, SettingsError, type SettingsErrorCode } from './settings-error.ts';
