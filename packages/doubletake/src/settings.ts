import { readFileSync } from 'node:fs';
import path from 'node:path';
import { closestName } from '@doubletake/rules';
import { fileCause } from './file-cause.ts';
import type { SettingsErrorCode } from './settings-error.ts';
import type { ConsoleFromEnv, EnvOptions } from './settings/console-settings.ts';
import { wrong, type ReadSetting, type Setting } from './settings/setting.ts';
import { SETTINGS } from './settings/table.ts';

/** The environment, as `process.env` has it. An empty value counts as none. */
export type Env = Readonly<Record<string, string | undefined>>;

/** One thing wrong with the settings. It never shows a secret. */
export interface SettingsProblem {
  readonly code: SettingsErrorCode;
  /** The name in the environment. */
  readonly name: string;
  /** What is wrong, to be read behind the name. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

export type Settings =
  | { readonly ok: true; readonly value: EnvOptions }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/** Names that begin like ours; any other name is somebody else's. */
const OURS = /^DOUBLETAKE_/u;

const fileName = ({ name }: Setting): string => `${name}_FILE`;

/**
 * The options an environment amounts to, or everything that is wrong with it at once. `base` is the folder that relative
 * paths start from.
 */
export function settingsFromEnv(env: Env, base: string = process.cwd()): Settings {
  const problems = unknownNames(env);
  let value: EnvOptions = {};
  for (const setting of SETTINGS) {
    const read = readSetting(setting, env, base);
    if (read?.ok === true) value = joined(value, read.value);
    if (read?.ok === false) {
      const { code, message } = read;
      problems.push({ code, name: setting.name, message, hint: setting.hint });
    }
  }
  if (value.databaseUrl !== undefined && isAbsent(env, 'DOUBLETAKE_KEYS')) problems.push(NO_KEYS);
  problems.push(...halfSignOn(env));
  if (problems.length > 0) return { ok: false, problems };
  // A server keeps everything: then there is no folder to keep anything in.
  const { folder = path.resolve(base, '.doubletake'), ...rest } = value;
  return { ok: true, value: rest.databaseUrl === undefined ? { ...rest, folder } : rest };
}

const NO_KEYS: SettingsProblem = {
  code: 'settings_keys_missing',
  name: 'DOUBLETAKE_KEYS',
  message: 'is missing, and what a server keeps must not hang on keys that nobody keeps',
  hint: 'make some with `doubletake keys new --out keys.json` and name the file in `DOUBLETAKE_KEYS_FILE`',
};

function textOf(env: Env, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

const isAbsent = (env: Env, name: string): boolean =>
  (textOf(env, name) ?? textOf(env, `${name}_FILE`)) === undefined;

/** Where the keys file is, when the environment names one. */
export function keysFileOf(env: Env, base: string): string | undefined {
  const named = textOf(env, 'DOUBLETAKE_KEYS_FILE');
  return named === undefined ? undefined : path.resolve(base, named);
}

function readSetting(setting: Setting, env: Env, base: string): ReadSetting | undefined {
  const text = textOf(env, setting.name);
  const file = setting.secret === true ? textOf(env, fileName(setting)) : undefined;
  if (text !== undefined && file !== undefined)
    return wrong(
      `is given, and \`${fileName(setting)}\` as well: give one`,
      'settings_given_twice',
    );
  if (file === undefined) return text === undefined ? undefined : setting.read(text, base);
  try {
    return setting.read(readFileSync(path.resolve(base, file), 'utf8').trim(), base);
  } catch (error) {
    const cause = fileCause(error);
    if (cause === undefined) throw error;
    return wrong(
      `is in \`${file}\`, which could not be read: ${cause}`,
      'settings_file_unreadable',
    );
  }
}

/** Names that begin like ours but are none: a typing mistake must not pass for a default. */
function unknownNames(env: Env): SettingsProblem[] {
  const known = SETTINGS.flatMap((setting) =>
    setting.secret === true ? [setting.name, fileName(setting)] : [setting.name],
  );
  return Object.keys(env)
    .filter((name) => OURS.test(name) && !known.includes(name))
    .toSorted()
    .map((name) => {
      const near = closestName(name, known);
      const hint =
        near === undefined ? 'the settings are listed in the README' : `did you mean \`${near}\``;
      return { code: 'settings_unknown_name', name, message: 'is no setting', hint };
    });
}

/** Both together; how each server is talked to is said in several settings. */
function joined(left: EnvOptions, right: EnvOptions): EnvOptions {
  return {
    ...left,
    ...right,
    ...(right.database === undefined ? {} : { database: { ...left.database, ...right.database } }),
    ...(right.redis === undefined ? {} : { redis: { ...left.redis, ...right.redis } }),
    ...(right.heads === undefined ? {} : { heads: { ...left.heads, ...right.heads } }),
    ...(right.console === undefined ? {} : { console: joinedConsole(left.console, right.console) }),
  };
}

function joinedConsole(left: ConsoleFromEnv = {}, right: ConsoleFromEnv): ConsoleFromEnv {
  const { singleSignOn } = right;
  return {
    ...left,
    ...right,
    ...(singleSignOn && { singleSignOn: { ...left.singleSignOn, ...singleSignOn } }),
  };
}

/** Everything that single sign-on cannot do without, when any of it is given. */
const SIGN_ON = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'ROLES'].map(
  (part) => `DOUBLETAKE_SSO_${part}`,
);

function halfSignOn(env: Env): SettingsProblem[] {
  const missing = SIGN_ON.filter((name) => isAbsent(env, name));
  if (missing.length === SIGN_ON.length) return [];
  return missing.map((name) => ({
    code: 'settings_value_missing',
    name,
    message: 'is missing, and single sign-on needs it',
    hint: 'give it, or none of the names that begin with DOUBLETAKE_SSO_',
  }));
}
