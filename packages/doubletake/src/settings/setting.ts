import type { EnvOptions } from './console-settings.ts';
import type { SettingsErrorCode } from '../settings-error.ts';

/** What one setting says, or what is wrong with it: never its text, which may be secret. */
export type ReadSetting =
  | { readonly ok: true; readonly value: EnvOptions }
  | { readonly ok: false; readonly code: SettingsErrorCode; readonly message: string };

/** One name in the environment. */
export interface Setting {
  readonly name: string;
  /** Placeholder of its value in the list of settings. */
  readonly value: string;
  readonly summary: string;
  /** What holds without it, in words. */
  readonly fallback: string;
  /** What to do when it is wrong. */
  readonly hint: string;
  /** A secret may also be a file, named by the same name with `_FILE` behind it. */
  readonly secret?: true;
  /** `base` is the folder that relative paths start from. */
  readonly read: (text: string, base: string) => ReadSetting;
}

export const given = (value: EnvOptions): ReadSetting => ({ ok: true, value });

export const wrong = (
  message: string,
  code: SettingsErrorCode = 'settings_value_invalid',
): ReadSetting => ({ ok: false, code, message });
