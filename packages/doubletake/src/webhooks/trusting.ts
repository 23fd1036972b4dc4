import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { createSecureContext, rootCertificates } from 'node:tls';

/**
 * An agent that trusts some certificates (PEM) besides those that Node.js trusts. It keeps no connection and no session:
 * each try looks anew at whom it talks to.
 */
export function trusting(ca: string): Agent {
  const secureContext = createSecureContext({ ca: [...rootCertificates, ...extra(), ca] });
  return new Agent({ secureContext, keepAlive: false, maxCachedSessions: 0 });
}

/** What the host gave Node.js besides its own: a list of our own replaces those as well. */
function extra(file: string = process.env['NODE_EXTRA_CA_CERTS'] ?? ''): readonly string[] {
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    // As Node.js does with a file it cannot read: it said so when it started.
    return [];
  }
}
