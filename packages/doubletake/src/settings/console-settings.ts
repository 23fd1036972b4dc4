import type { SingleSignOnOptions } from '@doubletake/console';
import type { WebhookSenderOptions } from '../webhooks/webhook-sender.ts';
import type { DoubletakeOptions } from '../open-doubletake.ts';
import type { HeadsPlace } from '../serve/keep-heads.ts';

/** How `doubletake serve` is reached and entered. What is not said has the console's own default. */
export interface ConsoleFromEnv {
  readonly origin?: string;
  readonly host?: string;
  readonly port?: number;
  readonly proxies?: number;
  readonly secondFactor?: 'required' | 'optional';
  /** Told in several settings; whole, or there is no single sign-on. */
  readonly singleSignOn?: Partial<SingleSignOnOptions>;
}

/** All that the environment says. */
export interface EnvOptions extends DoubletakeOptions {
  readonly console?: ConsoleFromEnv;
  readonly webhooks?: Pick<WebhookSenderOptions, 'ca'>;
  /** Where `serve` keeps the signed end of the audit trail; nothing is kept without a file. */
  readonly heads?: Partial<HeadsPlace>;
}
