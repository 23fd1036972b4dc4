import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyRing } from '@doubletake/ledger';
import { SettingsError } from './settings-error.ts';
import type { Peppers } from './hashing.ts';

/** Every secret of a deployment. Kept outside the stores it protects. */
export interface Keys {
  readonly peppers: Peppers;
  readonly seal: KeyRing;
  /** Chains the audit trail, 32 bytes. */
  readonly audit: Uint8Array;
}

/** The same as a JSON file: secrets in base64, the newest pepper first. */
interface KeysFile {
  readonly peppers: readonly { readonly kid: string; readonly secret: string }[];
  readonly accounts: string;
  readonly seal: readonly { readonly kid: string; readonly secret: string }[];
  readonly audit: string;
}

const BYTES = 32;

const fresh = (): string => randomBytes(BYTES).toString('base64');

/** New secrets, as the text of a keys file. */
export function newKeysFile(): string {
  const file: KeysFile = {
    peppers: [{ kid: 'p1', secret: fresh() }],
    accounts: fresh(),
    seal: [{ kid: 's1', secret: fresh() }],
    audit: fresh(),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function secretOf(text: unknown, name: string): Uint8Array {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (bytes.length !== BYTES)
    throw new SettingsError('settings_key_invalid', `\`${name}\` needs ${BYTES} bytes in base64`);
  return bytes;
}

function ringOf(
  list: unknown,
  name: string,
): [{ kid: string; secret: Uint8Array }, ...{ kid: string; secret: Uint8Array }[]] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  const [first, ...rest] = items.map((item, index) => {
    const entry = isRecord(item) ? item : {};
    const kid = entry['kid'];
    if (typeof kid !== 'string' || !/^[\w-]{1,8}$/u.test(kid))
      throw new SettingsError(
        'settings_key_invalid',
        `\`${name}[${index}].kid\` needs 1 to 8 letters or digits`,
      );
    return { kid, secret: secretOf(entry['secret'], `${name}[${index}].secret`) };
  });
  if (!first) throw new SettingsError('settings_key_invalid', `\`${name}\` names no key`);
  return [first, ...rest];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function readObject(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text);
    if (isRecord(file)) return file;
  } catch {
    // Said below: what the parser would say quotes the text, and the text is secret.
  }
  throw new SettingsError('settings_key_invalid', 'the keys are not a JSON object');
}

/**
 * Reads the text of a keys file.
 * @throws SettingsError `settings_key_invalid`, naming the key, never its bytes.
 */
export function parseKeys(text: string): Keys {
  const file = readObject(text);
  const [current, ...older] = ringOf(file['peppers'], 'peppers');
  const [sealing, ...opening] = ringOf(file['seal'], 'seal');
  return {
    peppers: { current, older, accounts: secretOf(file['accounts'], 'accounts') },
    seal: {
      current: sealing.kid,
      keys: new Map([sealing, ...opening].map(({ kid, secret }) => [kid, secret])),
    },
    audit: secretOf(file['audit'], 'audit'),
  };
}

/** The keys of an embedded folder, made on first use, readable by their owner alone. */
export function folderKeys(folder: string): Keys {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, newKeysFile(), { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
  }
  return parseKeys(readFileSync(path, 'utf8'));
}

/** Keys for stores that end with the process. */
export const passingKeys = (): Keys => parseKeys(newKeysFile());
