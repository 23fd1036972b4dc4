import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoryLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { checkKeys, retireOthers } from './check-keys.ts';
import { newKeysFile, type KeysFile } from './keys-file.ts';
import { parseKeys, readKeysFile, type Keys } from './keys.ts';
import { openDoubletake } from './open-doubletake.ts';
import { added, dropped, used } from './rotation/phases.ts';

const OURS = readKeysFile(newKeysFile());
const THEIRS = readKeysFile(newKeysFile());

const keysOf = (file: KeysFile): Keys => parseKeys(JSON.stringify(file));
const refused = (says: string): unknown =>
  expect.objectContaining({
    code: 'settings_key_invalid',
    message: expect.stringContaining(says) as unknown,
  });

const observed = (id: string): object => ({
  id,
  type: 'account.observed',
  at: '2026-03-02T12:00:00Z',
  accountId: id,
  email: `${id}@quill.example.org`,
});

test('a keys file of another deployment is refused before anything is written with it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
  try {
    const first = await openDoubletake({ folder, keys: keysOf(OURS) });
    await first.record(observed('ann'));
    await first.close();
    await expect(openDoubletake({ folder, keys: keysOf(THEIRS) })).rejects.toEqual(
      refused('it knows `peppers p1`, `accounts`, `seal s1`, `audit a1` as another key'),
    );
    const again = await openDoubletake({ folder, keys: keysOf(OURS) });
    expect(await again.parts.ledger.changes(0, 9)).toMatchObject({ events: 1 });
    await again.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each<{ note: string; file: KeysFile; says: string }>([
  { note: 'a pepper', file: { ...OURS, peppers: THEIRS.peppers }, says: '`peppers p1`' },
  { note: 'the key of accounts', file: { ...OURS, accounts: THEIRS.accounts }, says: '`accounts`' },
  { note: 'a seal', file: { ...OURS, seal: THEIRS.seal }, says: '`seal s1`' },
  { note: 'the key of the trail', file: { ...OURS, audit: THEIRS.audit }, says: '`audit a1`' },
])('one key that is another is enough: $note', async ({ file, says }) => {
  const ledger = memoryLedger();
  await checkKeys(ledger, keysOf(OURS));
  await expect(checkKeys(ledger, keysOf(file))).rejects.toEqual(
    refused(`it knows ${says} as another key`),
  );
  await checkKeys(ledger, keysOf(OURS));
});

test('keys that a rotation adds are taken beside the old ones, and are known from then on', async () => {
  const ledger = memoryLedger();
  const more = added(OURS, []);
  for (const file of [OURS, more, used(more), more]) await checkKeys(ledger, keysOf(file));
  // Rotated from an old copy of the file: its new keys are others.
  await expect(checkKeys(ledger, keysOf(added(OURS, [])))).rejects.toEqual(
    refused('`peppers p2`, `seal s2`, `audit a2`'),
  );
  const others = added(OURS, await ledger.keyChecks.ids());
  expect(others).toMatchObject({
    peppers: [{ kid: 'p3' }, { kid: 'p1' }],
    seal: [{}, { kid: 's3' }],
  });
  await checkKeys(ledger, keysOf(others));
});

test('keys that a rotation replaced write no more once it is complete', async () => {
  const ledger = memoryLedger();
  const more = added(OURS, []);
  const left = dropped(used(more), 0);
  for (const file of [OURS, more, left]) await checkKeys(ledger, keysOf(file));
  await retireOthers(ledger, keysOf(left));
  await expect(checkKeys(ledger, keysOf(OURS))).rejects.toEqual(
    refused('left nothing of `peppers p1`, `seal s1`'),
  );
  await expect(checkKeys(ledger, keysOf(more))).rejects.toEqual(
    refused('left nothing of `peppers p1`, `seal s1`'),
  );
  await expect(checkKeys(ledger, keysOf(used(more)))).rejects.toEqual(
    refused('left nothing of `peppers p1`'),
  );
  await checkKeys(ledger, keysOf(left));
});

test('a keys file from after a rotation is refused by a database from before it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
  try {
    const before = await openDoubletake({ folder, keys: keysOf(OURS) });
    await before.record(observed('ann'));
    await before.close();
    const more = added(OURS, []);
    await expect(openDoubletake({ folder, keys: keysOf(dropped(used(more), 0)) })).rejects.toEqual(
      refused('sealed with `seal s1`'),
    );
    // One that was cut short left the name of a key, and nothing that bears it.
    const begun = await openDoubletake({ folder, keys: keysOf(more) });
    await begun.close();
    const again = await openDoubletake({
      folder,
      keys: keysOf(added(OURS, ['seal s2', 'peppers p2', 'audit a2'])),
    });
    await again.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a refusal shows nothing that keys could be told from', async () => {
  const ledger = memoryLedger();
  await checkKeys(ledger, keysOf(OURS));
  const refusal = await checkKeys(ledger, keysOf(THEIRS)).catch(String);
  for (const { secret } of [...THEIRS.peppers, ...THEIRS.seal, ...OURS.peppers, ...OURS.seal])
    expect(refusal).not.toContain(secret.slice(0, 12));
});
