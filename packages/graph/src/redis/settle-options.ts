import { GraphError } from '../errors.ts';
import type { RedisGraphOptions, SettledOptions } from './options.ts';

const PREFIX = /^[\w.:-]{0,64}$/;
const LEDGER = /^[\w-]{0,64}$/;

/** Fills in the defaults. @throws GraphError `graph_bad_option` */
export function settleOptions(options: RedisGraphOptions): SettledOptions {
  const settled = {
    cluster: options.url.includes(','),
    prefix: 'dt:',
    ledger: '',
    accounts: 1_000_000,
    timeout: 1000,
    connectTimeout: 2000,
    ...options,
  };
  for (const url of settled.url.split(',')) checkUrl(url, settled.cluster);
  checkTls(settled);
  if (!PREFIX.test(settled.prefix))
    refuse('prefix', settled.prefix, 'letters, digits and `_ . : -`');
  if (!LEDGER.test(settled.ledger)) refuse('ledger', settled.ledger, 'letters, digits and `_ -`');
  for (const name of ['accounts', 'timeout', 'connectTimeout'] as const)
    if (!(Number.isSafeInteger(settled[name]) && settled[name] > 0))
      refuse(name, String(settled[name]), 'a whole number above 0');
  return settled;
}

/** Who names a certificate means TLS: a slip in the URL would leave it off. */
function checkTls({ url, tls }: SettledOptions): void {
  const plain = url.split(',').find((each) => !each.startsWith('rediss:'));
  if (tls !== undefined && plain !== undefined)
    refuse('url', `${plain.slice(0, 8)}…`, 'rediss:// beside the option `tls`');
}

function checkUrl(text: string, cluster: boolean): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A cluster has but one.
  const isDatabase = (cluster ? /^\/?0?$/u : /^\/?\d*$/u).test(url?.pathname ?? '');
  const isEscaped = !/%(?![\da-f]{2})/iu.test(text);
  if (isDatabase && isEscaped && (url?.protocol === 'redis:' || url?.protocol === 'rediss:'))
    return;
  // A URL may hold a password, so only its beginning is shown.
  refuse(
    'url',
    text.replace(/\/\/.*/, '//…').slice(0, 20),
    `redis://host:port or rediss://host:port, ${cluster ? '' : 'with the number of a database or without, '}and \`%\` in a password as \`%25\``,
  );
}

function refuse(name: string, text: string, wanted: string): never {
  throw new GraphError('graph_bad_option', `option \`${name}\` is \`${text}\`, expected ${wanted}`);
}
