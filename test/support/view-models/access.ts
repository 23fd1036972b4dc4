import type { AccessViews } from '../../../console/src/models/access.ts';

const TIME = { iso: '2026-01-05T09:00:00.000Z', text: '5 Jan 2026, 09:00 UTC' };
const SESSION = { sessionId: 'abc', agent: 'Firefox on Linux', began: TIME, seen: TIME };
const SESSIONS = [
  { ...SESSION, current: true },
  { ...SESSION, sessionId: 'def', current: false },
];
const USER = {
  userId: 'u_1',
  name: 'ann',
  role: 'analyst',
  secondFactor: 'app',
  created: TIME,
} as const;
const TABS = [
  { label: 'Users', href: '/users', current: true },
  { label: 'API keys', href: '/api-keys', current: false },
];
const ROLES = [
  { value: 'analyst', label: 'Analyst' },
  { value: 'lead', label: 'Lead' },
];
const ME: AccessViews['me'] = {
  title: 'Me',
  name: 'ann',
  role: 'analyst',
  secondFactor: 'app',
  mayRemoveFactor: true,
  recoveryCodes: 8,
  hasPassword: true,
  settings: { zone: 'UTC', theme: 'system', shortcuts: true },
  keys: [
    { id: 'note', key: 'm', does: 'Write a note', own: 'w', problem: undefined },
    { id: 'pair', key: 'd', does: 'The pair', own: 'd', problem: undefined },
  ],
  zones: [{ value: 'UTC', label: 'UTC' }],
  sessions: SESSIONS,
  problems: {},
};

export const ACCESS_VIEW_MODELS: {
  readonly [Name in keyof AccessViews]: readonly AccessViews[Name][];
} = {
  'sign-in': [
    {
      title: 'Sign in',
      name: 'ann',
      next: '/q',
      problem: 'No.',
      passwords: true,
      singleSignOn: 'Sign on',
    },
    {
      title: 'Sign in',
      name: '',
      next: '/',
      problem: undefined,
      passwords: false,
      singleSignOn: 'Sign on',
    },
  ],
  code: [
    { title: 'One more step', problem: undefined },
    { title: 'One more step', problem: 'No.' },
  ],
  'set-up': [
    { title: 'Set up', token: 't', name: '', problems: {} },
    { title: 'Set up', token: 't', name: 'ann', problems: { name: 'No.', password: 'No.' } },
  ],
  join: [{ title: 'Join', token: 't', name: 'ann', problems: { password: 'No.' } }],
  me: [
    ME,
    {
      ...ME,
      keys: [{ id: 'note', key: 'm', does: 'Write a note', own: 'd', problem: 'Taken.' }],
      problems: { factor: 'No.', current: 'No.', password: 'No.', keys: 'No.' },
    },
    { ...ME, secondFactor: 'none', sessions: SESSIONS.slice(0, 1) },
    { ...ME, secondFactor: 'provider', hasPassword: false },
  ],
  'second-factor': [
    {
      title: 'Factor',
      name: 'ann',
      secret: 'ABCD EFGH',
      uri: 'otpauth://totp/a?secret=b',
      picture: { side: 9, path: 'M4 4h1v1h-1z' },
      required: true,
      hasOne: false,
      problem: 'No.',
    },
    {
      title: 'Factor',
      name: 'ann',
      secret: 'ABCD EFGH',
      uri: 'otpauth://totp/a?secret=b',
      picture: { side: 9, path: 'M4 4h1v1h-1z' },
      required: false,
      hasOne: true,
      problem: undefined,
    },
  ],
  'recovery-codes': [{ title: 'Codes', codes: ['ABCD-EFGH', 'JKLM-NPQR'] }],
  users: [
    {
      title: 'Users',
      tabs: TABS,
      users: [
        { ...USER, state: 'active' },
        { ...USER, state: 'invited' },
        { ...USER, state: 'disabled' },
      ],
      roles: ROLES,
      mayAdd: true,
      name: 'bob',
      role: 'lead',
      problems: { name: 'Taken.' },
    },
    {
      title: 'Users',
      tabs: TABS,
      users: [{ ...USER, state: 'active' }],
      roles: ROLES,
      mayAdd: false,
      name: '',
      role: 'analyst',
      problems: {},
    },
  ],
  user: [
    {
      title: 'ann',
      tabs: TABS,
      user: { ...USER, state: 'active' },
      roles: ROLES,
      sessions: SESSIONS,
      own: false,
      mayInvite: true,
      mayRemoveFactor: true,
      manageable: true,
    },
    {
      title: 'ann',
      tabs: TABS,
      user: { ...USER, state: 'disabled' },
      roles: ROLES,
      sessions: [],
      own: true,
      mayInvite: false,
      mayRemoveFactor: false,
      manageable: true,
    },
    {
      title: 'ann',
      tabs: TABS,
      user: { ...USER, state: 'invited' },
      roles: ROLES,
      sessions: SESSIONS,
      own: false,
      mayInvite: false,
      mayRemoveFactor: false,
      manageable: false,
    },
  ],
  invitation: [
    { title: 'Link', userId: 'u_1', name: 'ann', link: 'https://x/join/t', expires: TIME },
  ],
};
