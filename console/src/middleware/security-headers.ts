import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { House } from '../house.ts';

const SELF = ["'self'"];
const NONE = ["'none'"];
const YEAR_SECONDS = 31_536_000;

/** Everything from here, nothing inline, no script made of text; pages are not kept anywhere. */
export function securityHeaders({ origin, singleSignOn }: House): RequestHandler {
  const overTls = origin.startsWith('https:');
  const sendHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': NONE,
        'script-src': SELF,
        'style-src': SELF,
        'img-src': SELF,
        'font-src': SELF,
        'connect-src': SELF,
        // Where a form's answer redirects to counts as well.
        'form-action': singleSignOn === undefined ? SELF : [...SELF, singleSignOn.issuer],
        'frame-ancestors': NONE,
        'base-uri': NONE,
        'object-src': NONE,
        'require-trusted-types-for': ["'script'"],
        'trusted-types': NONE,
        'report-uri': ['/csp-report'],
      },
    },
    crossOriginEmbedderPolicy: true,
    // `no-referrer` would take the Origin from forms, which older browsers are judged by.
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: overTls && { maxAge: YEAR_SECONDS, includeSubDomains: false },
  });
  return (request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    sendHeaders(request, response, next);
  };
}
