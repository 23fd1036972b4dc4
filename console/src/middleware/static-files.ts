import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { RequestHandler } from 'express';

/** Files of `public/` under names that say what is in them. */
export interface StaticFiles {
  /** All of `styles/`, as one sheet. */
  readonly style: string;
  /** Each of `scripts/`; none needs another. */
  readonly scripts: readonly string[];
  readonly icon: string;
  readonly serve: RequestHandler;
}

interface File {
  readonly href: string;
  readonly type: string;
  readonly body: Buffer;
  /** The same in Brotli. Pages are not compressed: their length would tell what stands in them (BREACH). */
  readonly small: Buffer;
}

const FOLDER = new URL('../../public/', import.meta.url);

/** Reads `public/` once; a new release has new names, so that browsers may keep what they have. */
export function staticFiles(): StaticFiles {
  const style = file('console.css', 'text/css; charset=utf-8', sheets());
  const scripts = filesIn('scripts').map((name) =>
    file(name, 'text/javascript; charset=utf-8', read(`scripts/${name}`)),
  );
  const icon = file('mark.svg', 'image/svg+xml', read('mark.svg'));
  const served = new Map([style, ...scripts, icon].map((each) => [each.href, each]));
  return {
    style: style.href,
    scripts: scripts.map(({ href }) => href),
    icon: icon.href,
    serve: (request, response, next) => {
      const found = request.method === 'GET' ? served.get(request.path) : undefined;
      if (found === undefined) {
        next();
        return;
      }
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.setHeader('content-type', found.type);
      response.setHeader('vary', 'accept-encoding');
      const isSmall = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      if (isSmall) response.setHeader('content-encoding', 'br');
      response.end(isSmall ? found.small : found.body);
    },
  };
}

const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, FOLDER))
    .filter((name) => /\.(css|js)$/.test(name))
    .toSorted();

const sheets = (): Buffer => Buffer.concat(filesIn('styles').map((name) => read(`styles/${name}`)));

function file(name: string, type: string, body: Buffer): File {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const [stem = '', extension = ''] = name.split('.');
  const href = `/static/${stem}.${hash}.${extension}`;
  return { href, type, body, small: brotliCompressSync(body) };
}
