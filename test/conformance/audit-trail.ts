import type { AuditEntry } from '@doubletake/scoring';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReviewedLedger } from '@doubletake/ledger';
import type { MakeReviewed } from './review-desk.ts';

export const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: 1_704_067_200_000,
  actor: 'lea',
  action: 'account.reveal',
  subject: 'account:ann',
  details: { field: 'phone', reason: 'appeal', seconds: 300, granted: true },
  ...more,
});

/** What every trail promises. */
export function auditTrailConformance(name: string, make: MakeReviewed): void {
  describe(`audit trail: ${name}`, () => {
    let ledger: ReviewedLedger;
    beforeEach(async () => {
      ledger = await make();
    });

    test('entries come back as they were appended, the latest first, by page and filter', async () => {
      const { audit } = ledger;
      const first = await audit.append(entry());
      expect(first).toEqual({ ...entry(), seq: 1, hash: first.hash });
      await audit.append(entry({ actor: 'kim' }));
      await audit.append(entry({ action: 'session.sign_in', subject: 'user:lea', details: {} }));
      const seqs = async (filter: Parameters<typeof audit.entries>[0]) =>
        (await audit.entries(filter)).map(({ seq }) => seq);
      expect(await seqs({})).toEqual([3, 2, 1]);
      expect(await seqs({ limit: 2 })).toEqual([3, 2]);
      expect(await seqs({ before: 3, limit: 1 })).toEqual([2]);
      expect(await seqs({ actor: 'lea' })).toEqual([3, 1]);
      expect(await seqs({ actor: 'lea', action: 'account.reveal' })).toEqual([1]);
      expect(await seqs({ subject: 'user:lea' })).toEqual([3]);
      expect(await audit.entries({ before: 2 })).toEqual([first]);
      expect(await audit.verify()).toEqual({ ok: true, entries: 3 });
    });

    test.each([
      ['a whole instant', { at: 1.5 }],
      ['an actor', { actor: '' }],
      ['a short subject', { subject: 'x'.repeat(211) }],
      ['a dotted action', { action: 'Sign in' }],
      ['codes, not words', { details: { reason: 'two words' } }],
      ['no e-mail', { details: { to: 'ann@example.com' } }],
      ['no phone number', { details: { to: '+4915112345678' } }],
      ['short values', { details: { into: 'x'.repeat(1801) } }],
      ['finite numbers', { details: { n: Infinity } }],
      ['names of details', { details: { 'a b': 1 } }],
      [
        'at most 16 of them',
        { details: Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`d${n}`, n])) },
      ],
    ] as const)('an entry needs %s', async (_, more) => {
      await expect(ledger.audit.append(entry(more))).rejects.toThrow(
        expect.objectContaining({ code: 'ledger_audit_refused' }),
      );
      expect(await ledger.audit.entries({})).toEqual([]);
    });

    test('400 appended at once leave no gap', async () => {
      const all = Array.from({ length: 400 }, (_, n) =>
        ledger.audit.append(entry({ details: { n } })),
      );
      const seqs = (await Promise.all(all)).map(({ seq }) => seq);
      expect(seqs.toSorted((a, b) => a - b)).toEqual(all.map((_, n) => n + 1));
      expect(await ledger.audit.verify()).toEqual({ ok: true, entries: 400 });
    });

    test('an exported head verifies, a forged one does not', async () => {
      const { audit } = ledger;
      expect(await audit.verify(await audit.head(0))).toEqual({ ok: true, entries: 0 });
      await audit.append(entry());
      const head = await audit.head(5);
      expect(head).toMatchObject({ seq: 1, at: 5 });
      await audit.append(entry());
      expect(await audit.verify(head)).toEqual({ ok: true, entries: 2 });
      const forged = { ...head, at: 6 };
      expect(await audit.verify(forged)).toEqual({ ok: false, seq: 1, broken: 'head_forged' });
    });

    test('a chain under another key is nobody’s', async () => {
      await expect(
        Promise.resolve().then(() => make({ auditKey: new Uint8Array(31) })),
      ).rejects.toThrow(expect.objectContaining({ code: 'ledger_key_invalid' }));
      const other = await make({ auditKey: new Uint8Array(32) });
      await other.audit.append(entry());
      const head = await other.audit.head(0);
      const own = await make();
      expect(await own.audit.verify(head)).toEqual({ ok: false, seq: 1, broken: 'head_forged' });
    });
  });
}
