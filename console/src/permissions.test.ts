import { expect, test } from 'vitest';
import { mayGrant, PERMISSIONS, ROLES } from './permissions.ts';

test('nobody may give a role that can do what they cannot', () => {
  const granted = ROLES.map((own) => [own, ROLES.filter((role) => mayGrant(own, role))]);
  expect(Object.fromEntries(granted)).toEqual({
    auditor: ['auditor'],
    analyst: ['analyst'],
    lead: ['auditor', 'analyst', 'lead'],
    admin: ['auditor', 'analyst', 'lead', 'admin'],
  });
});

test('an auditor changes nothing but their own account', () => {
  const held = [...PERMISSIONS].filter(([, holders]) => holders.includes('auditor'));
  const names = held.map(([name]) => name).filter((name) => name !== 'me.manage');
  for (const name of names) expect(name).toMatch(/\.(read|export)$/);
});
