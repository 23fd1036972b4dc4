import type { Role } from '@doubletake/scoring';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { Refused } from '../refused.ts';
import type { Remembered } from '../remembered.ts';

/** An OpenID Connect provider that people may sign in through. */
export interface SingleSignOnOptions {
  /** Issuer, as the provider names itself: `https://id.example.com`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: `Sign in with …`. */
  readonly label: string;
  /** Claim that lists somebody's groups. @defaultValue groups */
  readonly groupsClaim?: string;
  /** Role of each group; the first entry that is somebody's decides. In none of them: no way in. */
  readonly roles: readonly (readonly [group: string, role: Role])[];
  /** Nobody signs in with a password any more. @defaultValue false */
  readonly only?: boolean;
  /** A provider on this machine, without TLS. For tests. @defaultValue false */
  readonly insecure?: boolean;
}

type SigningOn = NonNullable<Remembered['signingOn']>;

/** Who the provider says somebody is. */
export interface Identity {
  /** Issuer and subject. */
  readonly subject: string;
  readonly name: string;
  readonly role: Role | undefined;
}

export interface SingleSignOn {
  readonly label: string;
  readonly only: boolean;
  readonly issuer: string;
  /** Where to send the browser, and what it must bring back. */
  readonly begin: (
    next: string,
  ) => Promise<{ readonly url: string; readonly signingOn: SigningOn }>;
  /** Who came back; undefined when the provider or its answer did not hold. */
  readonly complete: (url: URL, signingOn: SigningOn) => Promise<Identity | undefined>;
}

const CALLBACK = '/sign-in/sso/callback';

/** Sign-on by authorization code with PKCE, state and nonce. The provider is looked up when it is first needed. */
export function singleSignOn(options: SingleSignOnOptions, origin: string): SingleSignOn {
  const { issuer, clientId, clientSecret, label, only = false, insecure = false } = options;
  let found: Promise<oidc.Configuration> | undefined;
  const provider = async (): Promise<oidc.Configuration> => {
    const execute = insecure ? [oidc.allowInsecureRequests] : [];
    found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: 3,
    });
    try {
      return await found;
    } catch (error) {
      // Asked for again next time: a provider that was down once is not down for ever.
      found = undefined;
      throw new Refused(503, 'the identity provider does not answer', { cause: error });
    }
  };
  return {
    label,
    only,
    issuer,
    begin: async (next) => {
      const config = await provider();
      const verifier = oidc.randomPKCECodeVerifier();
      const signingOn = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, next };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: origin + CALLBACK,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: signingOn.state,
        nonce: signingOn.nonce,
      });
      return { url: url.href, signingOn };
    },
    complete: async (url, { state, nonce, verifier }) => {
      const config = await provider();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        return identityOf(tokens.claims(), options);
      } catch {
        return undefined;
      }
    },
  };
}

const CLAIMS = z.object({
  iss: z.string(),
  sub: z.string(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

function identityOf(claims: unknown, options: SingleSignOnOptions): Identity | undefined {
  const read = CLAIMS.safeParse(claims);
  if (!read.success) return undefined;
  const { iss, sub, preferred_username, email } = read.data;
  const listed = z.looseObject({}).parse(claims)[options.groupsClaim ?? 'groups'];
  const groups = z.array(z.string()).catch([]).parse(listed);
  const role = options.roles.find(([group]) => groups.includes(group))?.[1];
  return { subject: `${iss}|${sub}`, name: preferred_username ?? email ?? sub, role };
}
