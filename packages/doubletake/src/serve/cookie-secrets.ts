import { hkdfSync } from 'node:crypto';
import type { Keys } from '../keys.ts';

const LENGTH = 32;

/**
 * What signs the session cookies of a console: derived (HKDF-SHA-256, RFC 5869) from each key that seals, the current one
 * first, so that every process of a deployment has the same and a rotation of the keys is one of these as well.
 */
export function cookieSecrets({ seal }: Keys): readonly string[] {
  const kids = [seal.current, ...[...seal.keys.keys()].filter((kid) => kid !== seal.current)];
  return kids.flatMap((kid) => {
    const key = seal.keys.get(kid);
    if (key === undefined) return [];
    const derived = hkdfSync('sha256', key, '', 'doubletake console cookies', LENGTH);
    return [Buffer.from(derived).toString('base64url')];
  });
}
