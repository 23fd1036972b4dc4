import { createHmac } from 'node:crypto';
import { LedgerError, type ReviewedLedger } from '@doubletake/ledger';
import type { Pepper } from './hashing.ts';
import type { Keys } from './keys.ts';
import { SettingsError } from './settings-error.ts';

const ring = (of: string, keys: ReadonlyMap<string, Uint8Array>): Pepper[] =>
  [...keys].map(([kid, secret]) => ({ kid: `${of} ${kid}`, secret }));

/** What every key of a deployment is called where it is kept what it was. */
function named({ peppers, seal, audit }: Keys): readonly Pepper[] {
  const tokens = [peppers.current, ...(peppers.older ?? [])];
  return [
    ...ring('peppers', new Map(tokens.map(({ kid, secret }) => [kid, secret]))),
    { kid: 'accounts', secret: peppers.accounts },
    ...ring('seal', seal.keys),
    ...ring('audit', audit.keys),
  ];
}

/**
 * What tells these keys from others of the same ids: each one's HMAC-SHA-256 of what it is called, behind words that
 * nothing else is hashed with.
 */
const checksOf = (keys: Keys): ReadonlyMap<string, string> =>
  new Map(
    named(keys).map(({ kid, secret }) => [
      kid,
      createHmac('sha256', secret).update(`doubletake key check|v1|${kid}`).digest('base64url'),
    ]),
  );

/**
 * Makes sure that these are the keys the ledger has been used with, before anything is written with them.
 * @throws SettingsError `settings_key_invalid`, naming the keys that are others, or were replaced.
 */
export async function checkKeys(ledger: ReviewedLedger, keys: Keys): Promise<void> {
  const { keyChecks } = ledger;
  const known = new Set(await keyChecks.ids());
  const lacking = await lackingSeals(ledger, known, keys);
  if (lacking.length > 0)
    throw new SettingsError(
      'settings_key_invalid',
      `these are not the keys of this ledger: it holds what is sealed with ${listed(lacking)}, which is not among them; name the keys file it was used with, as it was then`,
    );
  const others = await keyChecks.meet(checksOf(keys)).catch(sealedOtherwise);
  if (others.length > 0)
    throw new SettingsError(
      'settings_key_invalid',
      `these are not the keys of this ledger: it knows ${listed(others)} as another key; name the keys file it was used with before; a new key that nothing was written with needs an id that was never used`,
    );
  const gone = writing(keys).filter((id) => known.has(goneId(id)));
  if (gone.length > 0)
    throw new SettingsError(
      'settings_key_invalid',
      `these keys were replaced: a rotation that is complete left nothing of ${listed(gone)}; name the keys file as it is since then`,
    );
}

/**
 * Seals of the ledger that keys lack which bring it a new one: a rotation adds beside those there are. What is looked for is
 * whether anything bears them, since one that was cut short may have left the name of a key that nobody has.
 */
async function lackingSeals(
  { upkeep }: ReviewedLedger,
  known: ReadonlySet<string>,
  { seal }: Keys,
): Promise<readonly string[]> {
  const own = new Set([...seal.keys.keys()].map((kid) => `seal ${kid}`));
  const lacking = [...known].filter((id) => id.startsWith('seal ') && !own.has(id));
  if (lacking.length === 0 || [...own].every((id) => known.has(id))) return [];
  const sealed = await upkeep.seals();
  return lacking.filter((id) => sealed.has(id.slice('seal '.length)));
}

const listed = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');

/** Those that what is new is hashed and sealed with: tokens are made with every pepper there is. */
const writing = ({ peppers, seal }: Keys): readonly string[] => [
  ...[peppers.current, ...(peppers.older ?? [])].map(({ kid }) => `peppers ${kid}`),
  `seal ${seal.current}`,
];

/** A check of its own beside that of the key: checks are only ever added. */
const goneId = (id: string): string => `gone ${id}`;

/** Remembers that of all keys that ever wrote tokens or seals only these are left: a process with a file from before is let in no more. */
export async function retireOthers({ keyChecks }: ReviewedLedger, keys: Keys): Promise<void> {
  const left = new Set(named(keys).map(({ kid }) => kid));
  const ids = (await keyChecks.ids()).filter((id) => /^(peppers|seal) /u.test(id) && !left.has(id));
  await keyChecks.meet(new Map(ids.map((id) => [goneId(id), 'gone'])));
}

const SEALED: ReadonlySet<string> = new Set(['ledger_seal_broken', 'ledger_key_missing']);

function sealedOtherwise(error: unknown): never {
  if (!(error instanceof LedgerError && SEALED.has(error.code))) throw error;
  throw new SettingsError(
    'settings_key_invalid',
    `these are not the keys of this ledger: what was sealed in it first does not open with them (${error.message}); name the keys file it was used with before`,
  );
}
