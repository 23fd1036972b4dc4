import type { AuditViews } from '../../../console/src/models/audit.ts';

const ROW: AuditViews['audit']['rows'][number] = {
  seq: '1,234',
  at: { iso: '2026-01-05T09:00:00.000Z', text: '5 Jan 2026, 09:00 UTC' },
  who: 'ann',
  what: 'decided a case',
  subject: 'case dec_1',
  href: '/cases/dec_1',
  details: [{ name: 'label', value: 'fraud' }],
};

const AUDIT: AuditViews['audit'] = {
  title: 'Audit',
  filter: {
    actor: 'ann',
    subject: 'case:dec_1',
    action: {
      name: 'action',
      label: 'What',
      options: [
        { value: '', label: 'anything' },
        { value: 'case.conclude', label: 'case.conclude: decided a case' },
      ],
      selected: 'case.conclude',
    },
    active: true,
  },
  rows: [ROW, { ...ROW, seq: '1,233', href: undefined, details: [] }],
  next: '/audit?before=1233',
  latest: '/audit',
  exports: { csv: '/audit/export?format=csv', json: '/audit/export?format=json', most: '9' },
  verdict: { good: false, text: 'Entry 17 is missing.' },
  head: { text: '{', problem: 'This is no head.' },
};

/** Models for the audit page, enough of them that every line is rendered. */
export const AUDIT_VIEW_MODELS: {
  readonly [Name in keyof AuditViews]: readonly AuditViews[Name][];
} = {
  audit: [
    AUDIT,
    {
      ...AUDIT,
      rows: [],
      next: undefined,
      latest: undefined,
      verdict: { good: true, text: '17 entries.' },
      head: { text: '', problem: undefined },
    },
    {
      ...AUDIT,
      filter: { ...AUDIT.filter, actor: '', subject: '', active: false },
      rows: [],
      verdict: undefined,
      head: { text: '', problem: undefined },
    },
  ],
};
