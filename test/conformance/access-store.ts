import type { AccessStore, UserChange } from '@doubletake/scoring';
import { beforeEach, describe, expect, test } from 'vitest';
import { apiKey, LATER, NOW, person, sessionOf } from './access-store-values.ts';

/** Gives an empty store that nobody else uses. */
export type MakeAccessStore = () => AccessStore | Promise<AccessStore>;

let store: AccessStore;

/** What every access store promises, whatever it is kept in. */
export function accessStoreConformance(name: string, make: MakeAccessStore): void {
  describe(`access store: ${name}`, () => {
    beforeEach(async () => {
      store = await make();
    });
    describe('set-up', settingUp);
    describe('users', users);
    describe('the second factor', secondFactor);
    describe('invitations', invitations);
    describe('sessions', sessions);
    describe('API keys', apiKeys);
  });
}

function settingUp(): void {
  const ada = person('ada', { role: 'admin' });

  test('the offered link makes the first user, once', async () => {
    expect(await store.hasUsers()).toBe(false);
    expect(await store.offerSetUp({ tokenHash: 't', expiresAt: LATER })).toBe(true);
    expect(await store.setUpOpen('t', NOW)).toBe(true);
    expect(await store.setUp('t', ada)).toBe(true);
    expect(await store.hasUsers()).toBe(true);
    expect(await store.setUpOpen('t', NOW)).toBe(false);
    expect(await store.setUp('t', person('eve'))).toBe(false);
    expect(await store.users()).toEqual([ada]);
  });

  test('of many who use it at once, one succeeds', async () => {
    await store.offerSetUp({ tokenHash: 't', expiresAt: LATER });
    const people = Array.from({ length: 8 }, (_, n) => person(`p${n}`));
    const done = await Promise.all(people.map((each) => store.setUp('t', each)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await store.users()).toHaveLength(1);
  });

  test('a link that was not offered, has expired or was replaced makes nobody', async () => {
    await store.offerSetUp({ tokenHash: 'old', expiresAt: LATER });
    await store.offerSetUp({ tokenHash: 'new', expiresAt: NOW });
    for (const hash of ['never', 'old', 'new']) {
      expect(await store.setUpOpen(hash, NOW), hash).toBe(false);
      expect(await store.setUp(hash, ada), hash).toBe(false);
    }
    expect(await store.hasUsers()).toBe(false);
  });

  test('is not offered when there are users', async () => {
    await store.addUser(ada);
    expect(await store.offerSetUp({ tokenHash: 't', expiresAt: LATER })).toBe(false);
    expect(await store.setUpOpen('t', NOW)).toBe(false);
  });
}

function users(): void {
  test('are found by id, by name in any case and by subject, and listed by name', async () => {
    const zoe = person('1', { name: 'Zoë', password: 'hash', subject: 'https://idp|7' });
    const bob = person('2', { name: 'bob', totpSecret: 'SECRET', recoveryCodes: ['x', 'y'] });
    expect(await store.addUser(zoe)).toBe(true);
    expect(await store.addUser(bob)).toBe(true);
    expect(await store.user('2')).toEqual(bob);
    expect(await store.userNamed('zOË')).toEqual(zoe);
    expect(await store.userOf('https://idp|7')).toEqual(zoe);
    expect(await store.users()).toEqual([bob, zoe]);
    expect(await store.user('3')).toBeUndefined();
    expect(await store.userNamed('2')).toBeUndefined();
    expect(await store.userOf('bob')).toBeUndefined();
  });

  test('keep the views they named', async () => {
    const views = [{ viewId: 'v', label: 'Rings', search: 'rule=p%2Fx', shared: true }];
    await store.addUser(person('ann'));
    const settings = { ...person('ann').settings, views };
    expect(await store.changeUser('ann', { settings })).toBe('changed');
    expect((await store.user('ann'))?.settings).toEqual(settings);
  });

  test('a taken name or subject adds nobody', async () => {
    await store.addUser(person('1', { name: 'Ann', subject: 's' }));
    expect(await store.addUser(person('2', { name: 'aNN' }))).toBe(false);
    expect(await store.addUser(person('3', { subject: 's' }))).toBe(false);
    expect(await store.addUser(person('4'))).toBe(true);
    expect((await store.users()).map(({ userId }) => userId)).toEqual(['4', '1']);
  });

  test('a change sets, leaves and takes away', async () => {
    const ann = person('ann', { password: 'p', totpSecret: 'S', recoveryCodes: ['c'] });
    await store.addUser(ann);
    const keys = { note: 'w', help: '!' };
    const settings = { zone: 'UTC', theme: 'dark', shortcuts: false, keys } as const;
    expect(await store.changeUser('ann', { settings, disabledAt: LATER })).toBe('changed');
    expect(await store.user('ann')).toEqual({ ...ann, settings, disabledAt: LATER });
    await store.changeUser('ann', { totpSecret: null, recoveryCodes: [], disabledAt: null });
    const { totpSecret: _, ...without } = ann;
    expect(await store.user('ann')).toEqual({ ...without, settings, recoveryCodes: [] });
    expect(await store.changeUser('nobody', { role: 'lead' })).toBe('unknown');
  });

  test.each<{ note: string; change: UserChange }>([
    { note: 'disabled', change: { disabledAt: NOW } },
    { note: 'given another role', change: { role: 'auditor' } },
  ])('the last administrator is not $note', async ({ change }) => {
    await store.addUser(person('ada', { role: 'admin' }));
    await store.addUser(person('gone', { role: 'admin', disabledAt: NOW }));
    await store.addUser(person('lea', { role: 'lead' }));
    expect(await store.changeUser('ada', change)).toBe('last_admin');
    expect(await store.user('ada')).toEqual(person('ada', { role: 'admin' }));
    expect(await store.changeUser('gone', { disabledAt: null })).toBe('changed');
    expect(await store.changeUser('ada', change)).toBe('changed');
  });

  test('two administrators who disable each other leave one', async () => {
    await store.addUser(person('ada', { role: 'admin' }));
    await store.addUser(person('bea', { role: 'admin' }));
    const done = await Promise.all(
      ['ada', 'bea'].map((id) => store.changeUser(id, { disabledAt: NOW })),
    );
    expect(done.toSorted()).toEqual(['changed', 'last_admin']);
  });
}

function secondFactor(): void {
  test('a time step is spent once, and none before it', async () => {
    await store.addUser(person('ann', { totpSecret: 'S' }));
    expect(await store.spendTotpStep('ann', 5)).toBe(true);
    expect(await store.spendTotpStep('ann', 5)).toBe(false);
    expect(await store.spendTotpStep('ann', 4)).toBe(false);
    expect(await store.spendTotpStep('ann', 6)).toBe(true);
    expect(await store.spendTotpStep('nobody', 6)).toBe(false);
  });

  test('a new secret begins anew', async () => {
    await store.addUser(person('ann', { totpSecret: 'S' }));
    await store.spendTotpStep('ann', 5);
    await store.changeUser('ann', { totpSecret: 'T' });
    expect(await store.spendTotpStep('ann', 5)).toBe(true);
  });

  test('a recovery code is spent once', async () => {
    await store.addUser(person('ann', { recoveryCodes: ['a', 'b'] }));
    const tries = await Promise.all([1, 2, 3].map(() => store.spendRecoveryCode('ann', 'a')));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect((await store.user('ann'))?.recoveryCodes).toEqual(['b']);
    expect(await store.spendRecoveryCode('ann', 'c')).toBe(false);
  });
}

function invitations(): void {
  test('set the password once and end what was signed in', async () => {
    await store.addUser(person('ann', { password: 'old' }));
    await store.putSession(sessionOf('s', { userId: 'ann' }));
    await store.invite('ann', { tokenHash: 't', expiresAt: LATER });
    expect(await store.invited('t', NOW)).toEqual(person('ann', { password: 'old' }));
    const after = person('ann', { password: 'new' });
    expect(await store.acceptInvitation('t', 'new', NOW)).toEqual(after);
    expect(await store.user('ann')).toEqual(after);
    expect(await store.session('s', NOW)).toBeUndefined();
    expect(await store.acceptInvitation('t', 'again', NOW)).toBeUndefined();
  });

  test('one that expired, was replaced or is for somebody disabled does nothing', async () => {
    await store.addUser(person('ann'));
    await store.addUser(person('bob', { disabledAt: NOW }));
    await store.invite('ann', { tokenHash: 'old', expiresAt: LATER });
    await store.invite('ann', { tokenHash: 'new', expiresAt: LATER });
    await store.invite('bob', { tokenHash: 'bob', expiresAt: LATER });
    for (const [hash, at] of [
      ['old', NOW],
      ['new', LATER],
      ['bob', NOW],
    ] as const) {
      expect(await store.invited(hash, at), hash).toBeUndefined();
      expect(await store.acceptInvitation(hash, 'p', at), hash).toBeUndefined();
    }
    expect(await store.setUpOpen('new', NOW)).toBe(false);
  });
}

function sessions(): void {
  test('are kept, changed and gone when they expire', async () => {
    await store.putSession(sessionOf('s'));
    const after = sessionOf('s', {
      userId: 'ann',
      agent: 'Lynx',
      seenAt: NOW + 1,
      data: '{"a":1}',
    });
    await store.putSession(after);
    expect(await store.session('s', LATER - 1)).toEqual(after);
    expect(await store.session('s', LATER)).toBeUndefined();
    expect(await store.session('t', NOW)).toBeUndefined();
  });

  test('one that was ended is not brought back', async () => {
    const session = sessionOf('s', { userId: 'ann' });
    await store.putSession(session);
    await store.endSession('s');
    await store.putSession({ ...session, seenAt: NOW + 1 });
    expect(await store.session('s', NOW)).toBeUndefined();
    expect(await store.sessionsOf('ann', NOW)).toEqual([]);
  });

  test('of one user are listed by when they were seen, and ended but one', async () => {
    const a = sessionOf('a', { userId: 'ann' });
    const b = sessionOf('b', { userId: 'ann', seenAt: NOW + 2 });
    const c = sessionOf('c', { userId: 'ann', seenAt: NOW + 1 });
    const bob = sessionOf('bob', { userId: 'bob' });
    const over = sessionOf('over', { userId: 'ann', expiresAt: NOW });
    for (const each of [a, b, c, bob, over]) await store.putSession(each);
    expect(await store.sessionsOf('ann', NOW)).toEqual([b, c, a]);
    await store.endSessions('ann', 'c');
    expect(await store.sessionsOf('ann', NOW)).toEqual([c]);
    await store.endSessions('ann');
    expect(await store.sessionsOf('ann', NOW)).toEqual([]);
    expect(await store.sessionsOf('bob', NOW)).toEqual([bob]);
  });

  test.each<{ note: string; change: UserChange; left: string[] }>([
    { note: 'a new role', change: { role: 'lead' }, left: ['a'] },
    { note: 'a new password', change: { password: 'p' }, left: ['a'] },
    { note: 'a new second factor', change: { totpSecret: 'S' }, left: ['a'] },
    { note: 'a second factor taken away', change: { totpSecret: null }, left: ['a'] },
    { note: 'being disabled', change: { disabledAt: NOW }, left: ['a'] },
    { note: 'no change of settings', change: { recoveryCodes: ['c'] }, left: ['a', 'b'] },
    { note: 'nor being enabled', change: { disabledAt: null }, left: ['a', 'b'] },
  ])('end with $note, but the one that is kept', async ({ change, left }) => {
    await store.addUser(person('ann', { totpSecret: 'T' }));
    await store.putSession(sessionOf('a', { userId: 'ann' }));
    await store.putSession(sessionOf('b', { userId: 'ann' }));
    await store.changeUser('ann', change, 'a');
    expect((await store.sessionsOf('ann', NOW)).map(({ sessionId }) => sessionId)).toEqual(left);
  });

  test('what expired is swept away with its links; the rest stays', async () => {
    await store.offerSetUp({ tokenHash: 't', expiresAt: LATER });
    await store.putSession(sessionOf('s'));
    await store.putSession(sessionOf('over', { expiresAt: NOW }));
    await store.sweep(NOW);
    expect(await store.setUpOpen('t', NOW)).toBe(true);
    expect(await store.session('s', NOW)).toEqual(sessionOf('s'));
    await store.sweep(LATER);
    expect(await store.setUpOpen('t', NOW)).toBe(false);
    expect(await store.session('s', NOW)).toBeUndefined();
  });
}

function apiKeys(): void {
  test('are listed, the latest made first, with when they were last used', async () => {
    const old = apiKey('old');
    const young = apiKey('young', { createdAt: NOW + 1, expiresAt: LATER, scopes: [] });
    await store.addApiKey(old);
    await store.addApiKey(young);
    await store.apiKeyUsed('old', NOW + 5);
    await store.apiKeyUsed('old', NOW + 3);
    await store.apiKeyUsed('nothing', NOW);
    expect(await store.apiKeys()).toEqual([young, { ...old, lastUsedAt: NOW + 5 }]);
    expect(await store.apiKey('young')).toEqual(young);
    expect(await store.apiKey('nothing')).toBeUndefined();
  });

  test('are revoked once', async () => {
    await store.addApiKey(apiKey('k'));
    expect(await store.revokeApiKey('k', NOW)).toBe(true);
    expect(await store.revokeApiKey('k', LATER)).toBe(false);
    expect(await store.revokeApiKey('nothing', NOW)).toBe(false);
    expect((await store.apiKey('k'))?.revokedAt).toBe(NOW);
  });
}
