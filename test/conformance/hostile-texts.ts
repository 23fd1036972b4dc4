import type { ReviewedLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { day, decided, write } from './ledger-values.ts';
import { conclusion } from './review-values.ts';

const AT = day(1);

/** Texts that no store keeps as they are. */
const HOSTILE = [
  { note: 'NUL', text: 'a\0b' },
  { note: 'half a character', text: 'a\ud83d' },
] as const;

type Call = (ledger: ReviewedLedger, text: string) => Promise<unknown>;

/** Every call of a ledger that takes a text, with the text in each place. */
const CALLS: Readonly<Record<string, Call>> = {
  read: (of, text) => of.read(text, AT),
  readMany: (of, text) => of.readMany(['r1', text], AT),
  'commit, trigger': (of, text) =>
    of.commit({ ...write(decided('r1', 'pay', { on: 1 })), trigger: text }),
  'commit, reward': (of, text) => of.commit(write(decided(text, 'pay', { on: 1 }))),
  'commit, order': (of, text) => of.commit(write(decided('r1', 'pay', { on: 1 }), ['take', text])),
  commitMany: (of, text) =>
    of.commitMany([write(decided('r1', 'pay', { on: 1 })), write(decided(text, 'pay', { on: 1 }))]),
  'decided, reward': (of, text) => of.decided(text, 't'),
  'decided, trigger': (of, text) => of.decided('r1', text),
  decision: (of, text) => of.decision(text),
  decisionsOn: (of, text) => of.decisionsOn(text),
  rewardsOf: (of, text) => of.rewardsOf(text),
  profile: (of, text) => of.profile(text),
  ...Object.fromEntries(
    (['allowanceId', 'referrerId', 'refereeId', 'owner', 'reason'] as const).map(
      (name): readonly [string, Call] => [
        `allow, ${name}`,
        (of, text) => {
          const names = { allowanceId: 'a1', referrerId: 'ann', refereeId: 'bob' };
          const given = { ...names, owner: 'lea', reason: 'family', expiresAt: day(2) };
          return of.allow({ ...given, [name]: text }, AT);
        },
      ],
    ),
  ),
  'disallow, allowance': (of, text) => of.disallow({ allowanceId: text, by: 'kim', at: AT }),
  'disallow, by': (of, text) => of.disallow({ allowanceId: 'a1', by: text, at: AT }),
  'records.account': (of, text) => of.records.account(text),
  'records.told': (of, text) => of.records.told(text, 2),
  'records.history': (of, text) => of.records.history(text),
  'records.merge, account': (of, text) =>
    of.records.merge({ accountId: text, intoId: 'ann', by: 'lea' }, AT),
  'records.merge, into': (of, text) =>
    of.records.merge({ accountId: 'ann', intoId: text, by: 'lea' }, AT),
  'records.merge, by': (of, text) =>
    of.records.merge({ accountId: 'ann', intoId: 'bob', by: text }, AT),
  'overviews.overview': (of, text) => of.overviews.overview(text, { at: AT, limit: 2 }),
  'overviews.find': (of, text) => of.overviews.find(text),
  'overviews.referralsAmong': (of, text) => of.overviews.referralsAmong(['ann', text], 2),
  'directory.find': (of, text) => of.directory.find([text]),
  'directory.leave': (of, text) => of.directory.leave([text]),
  'directory.enter': (of, text) => of.directory.enter([{ account: 'x', accountId: text }]),
  'upkeep.expire': (of, text) => of.upkeep.expire(text, AT),
  'upkeep.overdue': (of, text) => of.upkeep.overdue(AT, 2, text),
  'upkeep.reseal': (of, text) => of.upkeep.reseal(2, `0 ${text}`),
  'desk.find': (of, text) => of.desk.find(text),
  'desk.page, id': (of, text) => of.desk.page({ filter: { id: text } }),
  'desk.page, cursor': (of, text) => of.desk.page({ after: text }),
  'desk.page, reason': (of, text) => of.desk.page({ filter: { reason: text } }),
  'desk.counts': (of, text) => of.desk.counts([{ programmeId: text }]),
  'desk.claimNext': (of, text) => of.desk.claimNext({ by: text, at: AT }),
  'desk.notes': (of, text) => of.desk.notes({ kind: 'case', id: text }),
  ...Object.fromEntries(
    (['caseId', 'by', 'commandId', 'reason', 'note'] as const).map(
      (name): readonly [string, Call] => [
        `desk.act, ${name}`,
        (of, text) => of.desk.act({ ...conclusion('c1'), [name]: text }),
      ],
    ),
  ),
  'desk.note': (of, text) =>
    of.desk.note({ noteId: 'n', subject: { kind: 'case', id: 'c' }, by: 'lea', at: AT, text }),
  'desk.note, id': (of, text) =>
    of.desk.note({
      noteId: text,
      subject: { kind: 'case', id: 'c' },
      by: 'lea',
      at: AT,
      text: 'x',
    }),
  'audit.append': (of, text) =>
    of.audit.append({ at: AT, actor: text, action: 'a.b', subject: 's', details: {} }),
  'audit.entries': (of, text) => of.audit.entries({ subject: text }),
  'access.user': (of, text) => of.access.user(text),
  'access.userNamed': (of, text) => of.access.userNamed(text),
  'access.session': (of, text) => of.access.session(text, AT),
  'access.apiKey': (of, text) => of.access.apiKey(text),
  'outbox.endpoint': (of, text) => of.outbox.endpoint(text),
  'outbox.deliveries': (of, text) => of.outbox.deliveries(text, { limit: 2 }),
  'outbox.test': (of, text) => of.outbox.test(text, 'm', AT),
};

/** What no store keeps is refused by every call alike, with a code, never by an error of the database. */
export function hostileTexts(ledger: () => ReviewedLedger): void {
  const rows = Object.keys(CALLS).flatMap((name) => HOSTILE.map((each) => ({ name, ...each })));
  test.each(rows)('$name refuses $note', async ({ name, text }) => {
    const call = CALLS[name] ?? expect.unreachable();
    await expect(call(ledger(), text)).rejects.toMatchObject({ code: 'ledger_text_refused' });
  });

  test.each(['commandId', 'by'] as const)('no %s is as long as a book', async (name) => {
    const command = { ...conclusion('c1'), [name]: 'x'.repeat(5000) };
    await expect(ledger().desk.act(command)).rejects.toMatchObject({ code: 'ledger_text_refused' });
  });

  test.each(['read', 'decision', 'rewardsOf', 'profile', 'records.account', 'desk.find'])(
    'an id as long as a book is one nobody recorded: %s',
    async (name) => {
      const found = await (CALLS[name] ?? expect.unreachable())(ledger(), 'x'.repeat(5000));
      expect(found ?? []).toEqual([]);
    },
  );
}
