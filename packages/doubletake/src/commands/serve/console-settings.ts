import type { SingleSignOnOptions } from '@doubletake/console';
import type { ConsoleSettings } from '../../serve/console-on.ts';
import type { ConsoleFromEnv } from '../../settings/console-settings.ts';

const PORT = 8080;

/** How the console is set up, from what the environment says of it. */
export function consoleSettings({
  singleSignOn,
  ...given
}: ConsoleFromEnv): Omit<ConsoleSettings, 'secrets' | 'log'> {
  const signOn = singleSignOn && whole(singleSignOn);
  return { port: PORT, ...given, ...(signOn && { singleSignOn: signOn }) };
}

/** Reading the settings has made sure that nothing is left out. */
function whole({
  issuer,
  clientId,
  clientSecret,
  roles,
  ...rest
}: Partial<SingleSignOnOptions>): SingleSignOnOptions | undefined {
  if (issuer === undefined || clientId === undefined) return undefined;
  if (clientSecret === undefined || roles === undefined) return undefined;
  return { label: new URL(issuer).host, ...rest, issuer, clientId, clientSecret, roles };
}
