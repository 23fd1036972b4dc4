import path from 'node:path';
import type { ConsoleFromEnv, EnvOptions } from './console-settings.ts';
import { certificates, count, flag, oneOf, pairs, url } from './readers.ts';
import { given, type Setting } from './setting.ts';

const LARGEST_PORT = 65_535;

const ofConsole = (console: ConsoleFromEnv): EnvOptions => ({ console });
const signOn = (singleSignOn: NonNullable<ConsoleFromEnv['singleSignOn']>): EnvOptions =>
  ofConsole({ singleSignOn });

/** What `doubletake serve` is told besides the stores. */
export const CONSOLE_SETTINGS: readonly Setting[] = [
  {
    name: 'DOUBLETAKE_ORIGIN',
    value: 'URL',
    summary: 'where browsers reach the console: scheme, host and port',
    fallback: 'the address it listens on',
    hint: 'write it as https://console.example.com',
    read: url({ protocols: ['http:', 'https:'], parameters: {} }, (origin) =>
      ofConsole({ origin }),
    ),
  },
  {
    name: 'DOUBLETAKE_HOST',
    value: 'ADDRESS',
    summary: 'address the console listens on',
    fallback: '127.0.0.1',
    hint: 'beyond the loopback, put it behind a proxy that ends TLS and set `DOUBLETAKE_ORIGIN`',
    read: (text) => given(ofConsole({ host: text })),
  },
  {
    name: 'DOUBLETAKE_PORT',
    value: 'N',
    summary: 'port the console listens on',
    fallback: '8080',
    hint: 'give a port',
    read: count([1, LARGEST_PORT], (port) => ofConsole({ port })),
  },
  {
    name: 'DOUBLETAKE_PROXIES',
    value: 'N',
    summary: 'proxies in front that are trusted to name the address of a browser',
    fallback: '0',
    hint: 'count only those you run yourself',
    read: count([0, 9], (proxies) => ofConsole({ proxies })),
  },
  {
    name: 'DOUBLETAKE_SECOND_FACTOR',
    value: 'required|optional',
    summary: 'whether everybody needs a second factor',
    fallback: 'required',
    hint: 'leave it out unless single sign-on asks for one already',
    read: oneOf(['required', 'optional'], (secondFactor) => ofConsole({ secondFactor })),
  },
  {
    name: 'DOUBLETAKE_AUDIT_HEADS',
    value: 'FILE',
    summary:
      'file that the signed end of the audit trail is added to, a line each; never written over',
    fallback: 'it is kept nowhere',
    hint: 'name a file where nobody who holds the database can change it',
    read: (text, base) => given({ heads: { file: path.resolve(base, text) } }),
  },
  {
    name: 'DOUBLETAKE_AUDIT_HEADS_EVERY',
    value: 'MINUTES',
    summary: 'how often it is added, in minutes',
    fallback: '60',
    hint: 'give it in minutes',
    read: count([1, 10_080], (minutes) => ({ heads: { every: minutes * 60_000 } })),
  },
  {
    name: 'DOUBLETAKE_SSO_ISSUER',
    value: 'URL',
    summary: 'OpenID Connect provider that people may sign in through',
    fallback: 'none',
    hint: 'write the issuer as the provider does, as https://id.example.com',
    read: url({ protocols: ['https:'], parameters: {} }, (issuer) => signOn({ issuer })),
  },
  {
    name: 'DOUBLETAKE_SSO_CLIENT_ID',
    value: 'TEXT',
    summary: 'what the provider calls this console',
    fallback: 'none',
    hint: 'register the console at the provider',
    read: (clientId) => given(signOn({ clientId })),
  },
  {
    name: 'DOUBLETAKE_SSO_CLIENT_SECRET',
    value: 'TEXT',
    summary: 'the secret the provider gave for it',
    fallback: 'none',
    hint: 'register the console at the provider',
    secret: true,
    read: (clientSecret) => given(signOn({ clientSecret })),
  },
  {
    name: 'DOUBLETAKE_SSO_ROLES',
    value: 'GROUP=ROLE,…',
    summary: 'role of each group at the provider; the first that is somebody’s decides',
    fallback: 'none, and then nobody comes in that way',
    hint: 'write it as fraud-team=analyst,fraud-leads=lead',
    read: pairs(['analyst', 'lead', 'admin', 'auditor'], (roles) => signOn({ roles })),
  },
  {
    name: 'DOUBLETAKE_SSO_LABEL',
    value: 'TEXT',
    summary: 'what the button says behind “Sign in with”',
    fallback: 'the host of the issuer',
    hint: 'name the provider as your people do',
    read: (label) => given(signOn({ label })),
  },
  {
    name: 'DOUBLETAKE_SSO_ONLY',
    value: 'true|false',
    summary: 'whether passwords no longer sign anybody in',
    fallback: 'false',
    hint: 'write `true` once an administrator came in through the provider',
    read: flag((only) => signOn({ only })),
  },
  {
    name: 'DOUBLETAKE_WEBHOOK_CA_FILE',
    value: 'FILE',
    summary: 'certificates (PEM) that endpoints of webhooks are trusted by as well',
    fallback: 'those that come with Node.js',
    hint: 'name a readable file of certificates',
    read: certificates((ca) => ({ webhooks: { ca } })),
  },
];
