import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A certificate with its key, both PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** Where both lie, for as long as who signed it is there. */
  readonly files: { readonly cert: string; readonly key: string };
}

/** Somebody who signs certificates. */
export interface Authority {
  /** What those who trust them trust, PEM. */
  readonly cert: string;
  /** Where it lies. */
  readonly file: string;
  /** A certificate for a host name, good for a day. */
  readonly sign: (host: string) => Certificate;
  readonly close: () => void;
}

/** Makes a certificate authority that nobody knows, by the machine's `openssl`. */
export function startAuthority(): Authority {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubletake-ca-'));
  const make = (name: string, ...more: readonly string[]): Certificate => {
    const [key, cert] = ['key', 'pem'].map((ending) => path.join(folder, `${name}.${ending}`));
    if (key === undefined || cert === undefined) throw new Error('two paths');
    const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const written = ['-days', '1', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', ...fresh, ...written, ...more], { stdio: 'pipe' });
    const files = { cert, key };
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8'), files };
  };
  const { cert, files } = make('authority');
  const by = ['-CA', files.cert, '-CAkey', files.key];
  return {
    cert,
    file: files.cert,
    sign: (host) => make(host, ...by, '-addext', `subjectAltName=DNS:${host}`),
    close: () => rmSync(folder, { recursive: true }),
  };
}
