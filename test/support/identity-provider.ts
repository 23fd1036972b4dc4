import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

/** Who signs in at the provider. */
interface Person {
  readonly sub: string;
  readonly groups: readonly string[];
}

/** An OpenID Connect provider with one client, where whoever comes is `person`. */
export interface IdentityProvider {
  readonly issuer: string;
  person: Person;
  /** Put in the place of the nonce that was asked for. */
  nonce: string | undefined;
  readonly close: () => Promise<void>;
}

const CLIENT = 'console';

/** Starts a provider on the loopback: discovery, authorization (which asks nothing), token with PKCE, keys. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string; challenge: string }>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') json(discovery(provider.issuer));
    else if (url.pathname === '/keys')
      json({
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      });
    else if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? '';
      const code = randomUUID();
      codes.set(code, { nonce: asked('nonce'), challenge: asked('code_challenge') });
      const back = new URL(asked('redirect_uri'));
      back.search = new URLSearchParams({ code, state: asked('state') }).toString();
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === '/token') {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        const form = new URLSearchParams(text);
        const kept = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        const verifier = createHash('sha256').update(form.get('code_verifier') ?? '');
        if (kept === undefined || verifier.digest('base64url') !== kept.challenge)
          json({ error: 'invalid_grant' }, 400);
        else {
          const idToken = token({ nonce: provider.nonce ?? kept.nonce });
          json({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: idToken });
        }
      });
    } else json({}, 404);
  });
  const token = (claims: object): string => {
    const { issuer: iss, person } = provider;
    const now = Math.floor(Date.now() / 1000);
    const body = { iss, aud: CLIENT, iat: now, exp: now + 60, ...person, ...claims };
    const parts = [{ alg: 'RS256', kid: 'k' }, body].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const text = parts.join('.');
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${address.port}`,
    person: { sub: 'nobody', groups: [] },
    nonce: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}
