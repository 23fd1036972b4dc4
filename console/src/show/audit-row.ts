import type { AuditRecord } from '@doubletake/scoring';
import type { AuditRow } from '../models/audit.ts';
import { shownCount } from './number.ts';
import type { Reader } from './reader.ts';
import { reasonWords } from './reason.ts';
import { shownTime } from './time.ts';

/** What acts are called; one without a row is told by its own words. */
export const ACTS: Readonly<Record<string, string>> = {
  'account.erase': 'erased an account',
  'account.export': 'exported everything on an account',
  'account.merge': 'merged an account into another',
  'account.reveal': 'looked at identifiers unmasked',
  'allowance.end': 'took back an exception',
  'api_key.make': 'made an API key',
  'api_key.revoke': 'revoked an API key',
  'audit.head': 'downloaded the signed head of this trail',
  'audit.verify': 'had this trail checked',
  'case.approve': 'approved a decision',
  'case.claim': 'claimed a case',
  'case.conclude': 'decided a case',
  'case.escalate': 'escalated a case',
  'case.hand_over': 'handed a case over',
  'case.lapse': 'moved a case on, in time',
  'case.opine': 'gave a second look',
  'case.release': 'gave a case back',
  'case.reopen': 'reopened a case',
  'case.resume': 'took up a snoozed case',
  'case.send_back': 'sent a decision back',
  'case.set_aside': 'set a decision aside: what it was about changed',
  'case.skip': 'skipped a case',
  'case.snooze': 'snoozed a case',
  'case.take_over': 'took a case over',
  'case.undo': 'undid a decision',
  'console.set_up': 'set the console up',
  'export.begin': 'began an export',
  'export.end': 'ended an export',
  'graph.rebuild': 'rebuilt the identity graph',
  'keys.rotate': 'rotated keys',
  'retention.expire': 'let what is past its time expire',
  'session.end': 'ended a session',
  'session.refuse': 'was refused at sign-in',
  'session.sign_in': 'signed in',
  'session.sign_out': 'signed out',
  'user.add': 'added a user',
  'user.disable': 'disabled a user',
  'user.enable': 'enabled a user',
  'user.invite': 'made a link for a user',
  'user.join': 'joined',
  'user.password': 'changed their password',
  'user.recovery_code': 'spent a recovery code to sign in',
  'user.role': 'changed a role',
  'user.second_factor': 'set up a second factor',
  'user.second_factor_removed': 'removed a second factor',
  'webhook.add': 'added a webhook',
  'webhook.disable': 'switched a webhook off',
  'webhook.enable': 'switched a webhook on',
  'webhook.gone': 'switched off a webhook whose receiver said it is gone',
  'webhook.resend': 'had a webhook sent again',
  'webhook.rotate': 'changed a webhook’s secret',
  'webhook.test': 'tried a webhook',
};

/** Pages of what an act can be about. */
const PAGES: Readonly<Record<string, string>> = {
  case: '/cases/',
  account: '/accounts/',
};

/** An act as a line of the trail: who, what, to what, with which particulars. */
export function auditRow(
  { seq, at, actor, action, subject, details }: AuditRecord,
  { names, zone }: Pick<Reader, 'names' | 'zone'>,
): AuditRow {
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  const page = Object.hasOwn(PAGES, kind) ? PAGES[kind] : undefined;
  return {
    seq: shownCount(seq),
    at: shownTime(at, zone),
    who: names(actor),
    what: Object.hasOwn(ACTS, action)
      ? (ACTS[action] ?? action)
      : reasonWords(action.replace('.', ': ')),
    subject: kind === 'user' ? `user ${names(id)}` : `${reasonWords(kind)} ${id}`,
    href: page === undefined || id === '' ? undefined : `${page}${encodeURIComponent(id)}`,
    details: Object.entries(details).map(([name, value]) => ({ name, value: String(value) })),
  };
}
