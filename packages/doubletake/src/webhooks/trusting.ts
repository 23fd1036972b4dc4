import { Agent } from 'node:https';
import { createSecureContext, rootCertificates } from 'node:tls';

/**
 * An agent that trusts some certificates (PEM) besides those that come with Node.js. It keeps no connection and no
 * session: each try looks anew at whom it talks to.
 */
export function trusting(ca: string): Agent {
  const secureContext = createSecureContext({ ca: [...rootCertificates, ca] });
  return new Agent({ secureContext, keepAlive: false, maxCachedSessions: 0 });
}
