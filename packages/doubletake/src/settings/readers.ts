import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { closestName } from '@doubletake/rules';
import { fileCause } from '../file-cause.ts';
import { parseKeys } from '../keys.ts';
import { SettingsError } from '../settings-error.ts';
import type { EnvOptions } from './console-settings.ts';
import { given, wrong, type ReadSetting } from './setting.ts';

type Read = (text: string, base: string) => ReadSetting;

/** What a URL of a store may be. */
interface StoreUrl {
  readonly protocols: readonly string[];
  /** What may be said behind its `?`, and how. A slip would pass for a default there, and TLS be off. */
  readonly parameters: Readonly<Record<string, readonly string[] | 'any' | 'port'>>;
  /** Whether there may be several, separated by commas. */
  readonly several?: boolean;
}

/** URLs of a store. */
export function url(
  { protocols, parameters, several = false }: StoreUrl,
  option: (text: string) => EnvOptions,
): Read {
  const isOne = (text: string): boolean =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol);
  return (text) => {
    const urls = several ? text.split(',') : [text];
    if (!urls.every(isOne))
      return wrong(
        `is no URL that begins with ${protocols.join('// or ')}//`,
        'settings_url_invalid',
      );
    if (urls.some((each) => new URL(each).hash !== ''))
      return wrong(
        'has a `#`, behind which nobody reads: write %23 for it',
        'settings_url_invalid',
      );
    // Elsewhere `pg` takes a `%` that nothing was escaped with for itself; there it throws.
    if (urls.some((each) => /%[\da-f]?$/iu.test(each)))
      return wrong('ends in half an escaped sign: write %25 for `%`', 'settings_url_invalid');
    const [slip] = urls
      .flatMap((each) => [...new URL(each).searchParams])
      .flatMap(([name, word]) => slipIn({ name, word }, parameters) ?? []);
    return slip === undefined ? given(option(text)) : wrong(slip, 'settings_url_invalid');
  };
}

function slipIn(
  { name, word }: { readonly name: string; readonly word: string },
  parameters: StoreUrl['parameters'],
): string | undefined {
  const words = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (words === 'port')
    // `pg` throws where nobody hears it.
    return isPort(word) ? undefined : `has \`${word}\` for \`${name}\`, not 1 to 65535`;
  if (words === 'any' || words?.includes(word) === true) return undefined;
  const near = closestName(words === undefined ? name : word, words ?? Object.keys(parameters));
  const meant = near === undefined ? '' : `, did you mean \`${near}\`?`;
  return words === undefined
    ? `has a parameter that is not known, \`${name}\`${meant}`
    : `has \`${word}\` for \`${name}\`, which is one of ${words.join(', ')}${meant}`;
}

const isPort = (text: string): boolean =>
  /^\d+$/u.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** A whole number between two others. */
export function count(
  [least, most]: readonly [number, number],
  option: (value: number) => EnvOptions,
): Read {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= least && value <= most) return given(option(value));
    return wrong(`is \`${text}\`, not a whole number from ${least} to ${most}`);
  };
}

/** `true` or `false`. */
export function flag(option: (value: boolean) => EnvOptions): Read {
  return (text) =>
    text === 'true' || text === 'false'
      ? given(option(text === 'true'))
      : wrong(`is \`${text}\`, not \`true\` or \`false\``);
}

/** A folder that is there. */
export function folderThere(option: (value: string) => EnvOptions): Read {
  return (text, base) => {
    const folder = path.resolve(base, text);
    return existsSync(folder) && statSync(folder).isDirectory()
      ? given(option(folder))
      : wrong(`is \`${text}\`, and there is no such folder`);
  };
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu;

/** A file of certificates (PEM): at least one, and none that cannot be read. */
export function certificates(option: (text: string) => EnvOptions): Read {
  return (text, base) => {
    try {
      const held = readFileSync(path.resolve(base, text), 'utf8');
      const found = held.match(CERTIFICATE) ?? [];
      return found.length > 0 && found.every(isReadable)
        ? given(option(held))
        : wrong(
            `names \`${text}\`, which holds no certificate, or one that cannot be read`,
            'settings_file_unreadable',
          );
    } catch (error) {
      const cause = fileCause(error);
      if (cause === undefined) throw error;
      return wrong(
        `names \`${text}\`, which could not be read: ${cause}`,
        'settings_file_unreadable',
      );
    }
  };
}

function isReadable(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).raw.length > 0;
  } catch {
    return false;
  }
}

/** The text of a keys file. */
export const keys: Read = (text) => {
  try {
    return given({ keys: parseKeys(text) });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return wrong(`cannot be used: ${error.message}`, error.code);
  }
};

/** One of some words. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  option: (word: Word) => EnvOptions,
): Read {
  return (text) => {
    const word = words.find((each) => each === text);
    return word === undefined
      ? wrong(`is \`${text}\`, not ${words.map((each) => `\`${each}\``).join(' or ')}`)
      : given(option(word));
  };
}

/** Some words, each for another: `group=role,group=role`. */
export function pairs<const Word extends string>(
  words: readonly Word[],
  option: (pairs: readonly (readonly [string, Word])[]) => EnvOptions,
): Read {
  return (text) => {
    const read = text.split(',').map((pair) => {
      const [, left, right] = /^\s*(.+?)\s*=\s*(\w+)\s*$/u.exec(pair) ?? [];
      const word = words.find((each) => each === right);
      return left === undefined || word === undefined ? undefined : ([left, word] as const);
    });
    const whole = read.filter((each) => each !== undefined);
    return whole.length === read.length
      ? given(option(whole))
      : wrong(`is \`${text}\`, and a part of it gives no role (${words.join(', ')})`);
  };
}
