import { ipKind } from '@doubletake/identity';

const MOST = 2048;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * What is wrong with the URL of an endpoint; undefined when nothing is. Where a name leads is looked at each time
 * something is sent, not here: it may lead elsewhere tomorrow. An address written out leads where it says.
 *
 * @param demo whether this machine may be told by plain HTTP
 */
export function webhookUrlProblem(text: string, demo: boolean): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A parser passes over line ends; what was typed is shown and kept, so there are to be none.
  if (url === undefined || text.length > MOST || /\s/.test(text))
    return 'Enter a URL, as https://host.example/hook.';
  const isLocal = demo && LOOPBACK.has(url.hostname);
  if (url.protocol !== 'https:' && !(isLocal && url.protocol === 'http:')) return 'Use https.';
  if (url.username !== '' || url.password !== '')
    return 'Leave out name and password: messages are signed instead.';
  if (!isLocal && isInside(url.hostname))
    return 'Enter a host on the Internet: nothing is sent to addresses inside a network.';
  return undefined;
}

function isInside(host: string): boolean {
  const address = ipKind.canonicalise(host);
  return address.ok && address.value.range !== 'public';
}
