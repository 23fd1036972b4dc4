import type { Database } from '@doubletake/ledger';
import { describe, expect, test } from 'vitest';
import { entry } from './audit-trail.ts';
import type { MakeReviewed } from './review-desk.ts';

const superuser = (change: string): string =>
  `set local session_replication_role = replica; ${change}; set local session_replication_role = origin`;

/** What somebody who owns the database can do to a chain of 5, and what the check then says. */
const TAMPERING = [
  ['nothing', 'select', { ok: true, entries: 5 }],
  [
    'an actor',
    `update audit_entries set actor = 'kim' where seq = 3`,
    { seq: 3, broken: 'changed' },
  ],
  ['a time', `update audit_entries set at = at + 1 where seq = 1`, { seq: 1, broken: 'changed' }],
  [
    'one detail',
    `update audit_entries set details = replace(details, 'appeal', 'repeal') where seq = 4`,
    { seq: 4, broken: 'changed' },
  ],
  ['a hash', `update audit_entries set hash = 'x' where seq = 2`, { seq: 2, broken: 'changed' }],
  [
    'the name of a key that never was',
    `insert into key_checks values ('audit a1', ''); update audit_entries set hash = 'a9:' || hash where seq = 2`,
    { seq: 2, broken: 'changed' },
  ],
  ...[0, -1, -9_007_199_254_740_991].map(
    (seq) =>
      [
        `an entry put in at ${seq}`,
        `alter table audit_entries drop constraint audit_entries_from_one;
         insert into audit_entries values (${seq}, 0, 'kim', 'case.release', 'case:x', '{}', 'x');
         alter table audit_entries add constraint audit_entries_from_one check (seq > 0) not valid`,
        { seq, broken: 'changed' },
      ] as const,
  ),
  ['an entry taken out', `delete from audit_entries where seq = 2`, { seq: 2, broken: 'missing' }],
  ['the first taken out', `delete from audit_entries where seq = 1`, { seq: 1, broken: 'missing' }],
  [
    'taken out, and the rest moved up',
    `delete from audit_entries where seq = 2; update audit_entries set seq = seq - 1 where seq > 2`,
    { seq: 2, broken: 'changed' },
  ],
  [
    'two swapped',
    `update audit_entries set seq = seq + 100 where seq in (2, 3);
     update audit_entries set seq = case seq when 102 then 3 else 2 end where seq > 100`,
    { seq: 2, broken: 'changed' },
  ],
  ['the tail cut off', `delete from audit_entries where seq > 3`, { seq: 4, broken: 'cut_off' }],
  ['everything', `delete from audit_entries`, { seq: 1, broken: 'cut_off' }],
] as const;

/** What a chain in SQL withstands, and what it shows afterwards. */
export function tamperedTrail(name: string, make: MakeReviewed, database: () => Database): void {
  describe(`audit trail under attack: ${name}`, () => {
    test.each(TAMPERING)('%s changed by a superuser is found', async (_, change, wanted) => {
      const { audit } = await make();
      for (let n = 0; n < 5; n += 1) await audit.append(entry());
      const head = await audit.head(0);
      await database().transaction((tx) => tx.script(superuser(change)));
      expect(await audit.verify(head)).toEqual({ ok: false, ...wanted });
    });

    test('the table itself has no place before the first', async () => {
      const change = `insert into audit_entries values (0, 0, 'kim', 'case.release', 'case:x', '{}', 'x')`;
      const attempt = database().transaction((tx) => tx.script(change));
      await expect(attempt).rejects.toThrow('audit_entries_from_one');
    });

    test.each([
      `update audit_entries set actor = 'kim'`,
      'delete from audit_entries',
      'truncate audit_entries',
      'truncate audit_entries, notes cascade',
    ])('the table itself refuses: %s', async (change) => {
      const { audit } = await make();
      await audit.append(entry());
      const attempt = database().transaction((tx) => tx.script(change));
      await expect(attempt).rejects.toThrow('only ever added');
      expect(await audit.verify()).toEqual({ ok: true, entries: 1 });
    });
  });
}
