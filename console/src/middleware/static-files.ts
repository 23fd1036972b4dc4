import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';

/** Files of `public/` under names that say what is in them. */
export interface StaticFiles {
  /** Where a file is served: `console.css` → `/static/console.4f1c….css`. */
  readonly href: (file: string) => string;
  readonly serve: RequestHandler;
}

const FOLDER = new URL('../../public/', import.meta.url);
const TYPES: ReadonlyMap<string, string> = new Map([
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
]);

/** Reads `public/` once; a new release has new names, so that browsers may keep what they have. */
export function staticFiles(): StaticFiles {
  const served = new Map<string, { readonly body: Buffer; readonly type: string }>();
  const hrefs = new Map<string, string>();
  for (const file of readdirSync(FOLDER)) {
    const [name = '', extension = ''] = file.split('.');
    const type = TYPES.get(extension);
    if (type === undefined) continue;
    const body = readFileSync(new URL(file, FOLDER));
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
    const href = `/static/${name}.${hash}.${extension}`;
    hrefs.set(file, href);
    served.set(href, { body, type });
  }
  return {
    href: (file) => {
      const href = hrefs.get(file);
      if (href === undefined) throw new Error(`there is no \`${file}\` in public/`);
      return href;
    },
    serve: (request, response, next) => {
      const file = request.method === 'GET' ? served.get(request.path) : undefined;
      if (file === undefined) {
        next();
        return;
      }
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.setHeader('content-type', file.type);
      response.end(file.body);
    },
  };
}
