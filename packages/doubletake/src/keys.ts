import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  databaseFolder,
  makeFolder,
  usable,
  type AuditKeys,
  type KeyRing,
} from '@doubletake/ledger';
import { fileCause } from './file-cause.ts';
import type { Pepper, Peppers } from './hashing.ts';
import { isRotation, newKeysFile, type KeyEntry, type KeysFile } from './keys-file.ts';
import { SettingsError } from './settings-error.ts';

/** Every secret of a deployment. Kept outside the stores it protects. */
export interface Keys {
  readonly peppers: Peppers;
  readonly seal: KeyRing;
  /** What the audit trail is chained with. */
  readonly audit: AuditKeys;
}

const BYTES = 32;

function secretOf(text: unknown, name: string): Uint8Array {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (bytes.length !== BYTES)
    throw new SettingsError('settings_key_invalid', `\`${name}\` needs ${BYTES} bytes in base64`);
  return bytes;
}

function ringOf(list: unknown, name: string): readonly [Pepper, ...Pepper[]] {
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
  const kids = [first, ...rest].map(({ kid }) => kid);
  const twice = kids.find((kid, index) => kids.indexOf(kid) < index);
  if (twice !== undefined)
    throw new SettingsError('settings_key_invalid', `\`${name}\` has two keys named \`${twice}\``);
  return [first, ...rest];
}

/** One secret, as files had it before it could be replaced, or a list like the others. */
function auditOf(given: unknown): AuditKeys {
  const list: unknown = typeof given === 'string' ? [{ kid: 'a1', secret: given }] : given;
  const ring = ringOf(list, 'audit');
  const until = new Map<string, number>();
  for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
    const last: unknown = isRecord(item) ? item['until'] : undefined;
    const { kid = '' } = ring[index] ?? {};
    if (last !== undefined && !Number.isSafeInteger(last))
      throw new SettingsError('settings_key_invalid', `\`audit[${index}].until\` is no place`);
    if (typeof last === 'number') until.set(kid, last);
  }
  return {
    current: ring[0].kid,
    keys: new Map(ring.map(({ kid, secret }) => [kid, secret])),
    until,
  };
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
  if (file['rotation'] !== undefined && !isRotation(file['rotation']))
    throw new SettingsError(
      'settings_key_invalid',
      '`rotation` is not as `doubletake keys rotate` wrote it; restore the file, or remove it',
    );
  return {
    peppers: { current, older, accounts: secretOf(file['accounts'], 'accounts') },
    seal: {
      current: sealing.kid,
      keys: new Map([sealing, ...opening].map(({ kid, secret }) => [kid, secret])),
    },
    audit: auditOf(file['audit']),
  };
}

/**
 * The same as it stands in the file.
 * @throws SettingsError as `parseKeys` does.
 */
export function readKeysFile(text: string): KeysFile {
  const { peppers, seal, audit } = parseKeys(text);
  const { rotation } = readObject(text);
  return {
    peppers: [peppers.current, ...(peppers.older ?? [])].map(entryOf),
    accounts: base64(peppers.accounts),
    seal: [...seal.keys].map(([kid, secret]) => entryOf({ kid, secret })),
    audit: [...audit.keys].map(([kid, secret]) => {
      const until = audit.until?.get(kid);
      return { ...entryOf({ kid, secret }), ...(until === undefined ? {} : { until }) };
    }),
    ...(isRotation(rotation) ? { rotation } : {}),
  };
}

const base64 = (secret: Uint8Array): string => Buffer.from(secret).toString('base64');
const entryOf = ({ kid, secret }: Pepper): KeyEntry => ({ kid, secret: base64(secret) });

/** Where an embedded folder keeps its keys. */
export const folderKeysPath = (folder: string): string => join(folder, 'keys.json');

/**
 * The keys of an embedded folder, made on first use, readable by their owner alone.
 * @throws SettingsError `settings_keys_missing` where there is a database already: it opens with the keys it was made with alone
 */
export function folderKeys(folder: string): Keys {
  const path = folderKeysPath(folder);
  if (!existsSync(path)) {
    // INVARIANT: no other keys come where those of a database were, or the next copy of the folder is without them.
    if (existsSync(databaseFolder(folder)))
      throw new SettingsError(
        'settings_keys_missing',
        `\`${path}\` is gone, and the database beside it opens with no other keys: put it back`,
      );
    makeFolder(folder, 0o700);
    usable(folder, () => writeFileSync(path, newKeysFile(), { mode: 0o600, flag: 'wx' }));
    chmodSync(path, 0o600);
  }
  return parseKeys(readable(path));
}

function readable(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const cause = fileCause(error);
    if (cause === undefined) throw error;
    throw new SettingsError('settings_file_unreadable', `\`${path}\` could not be read: ${cause}`);
  }
}

/** Keys for stores that end with the process. */
export const passingKeys = (): Keys => parseKeys(newKeysFile());
