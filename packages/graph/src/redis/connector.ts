import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { AbstractConnector, type RedisOptions, type StandaloneConnectionOptions } from 'ioredis';
import type { SettledOptions } from './options.ts';

type Connector = NonNullable<RedisOptions['Connector']>;

/** What every connection is opened by, to a server alone or to a node of a cluster. */
export interface ConnectionSettings {
  readonly Connector: Connector;
  readonly connectTimeout: number;
  readonly socketTimeout: number;
  readonly enableReadyCheck: boolean;
  readonly disableClientInfo: boolean;
}

/** How long a connection that is given up may take to close, in milliseconds. */
const CLOSING = 2000;

/** Settings of connections, every error of which is heard. */
export function connectionSettings(
  { connectTimeout, timeout }: SettledOptions,
  hear: (error: Error) => void = () => {},
): ConnectionSettings {
  return {
    Connector: connectorFor(hear),
    connectTimeout,
    socketTimeout: timeout,
    // A server that is still reading its data says so to whoever asks, and no connection needs more rights to begin with.
    enableReadyCheck: false,
    disableClientInfo: true,
  };
}

/**
 * Opens connections for a client as its own connector does. That one listens to one error of a connection; where a certificate
 * is refused while the connection is being closed there are two, and the second would end the process. And a cluster's client
 * says of connections it looks its nodes up by no more than that they are closed.
 */
function connectorFor(hear: (error: Error) => void): Connector {
  return class extends AbstractConnector {
    readonly #to: StandaloneConnectionOptions;

    constructor(to: unknown) {
      super(CLOSING);
      this.#to = isAddress(to) ? to : {};
    }

    override async connect(): Promise<Socket> {
      const { host = 'localhost', port = 6379, tls } = this.#to;
      this.connecting = true;
      const stream = tls ? connectSecurely({ host, port, ...tls }) : connect({ host, port });
      stream.on('error', (error) => {
        this.firstError ??= error;
        hear(error);
      });
      this.stream = stream;
      return stream;
    }
  };
}

const isAddress = (options: unknown): options is StandaloneConnectionOptions =>
  typeof options === 'object' && options !== null;
