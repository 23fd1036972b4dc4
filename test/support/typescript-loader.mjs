/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-assignment -- no project types this file: it is what runs before types are stripped */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

// Node 20 runs no TypeScript: a child process of a test strips the types itself. Used as
// `node --conditions=@doubletake/source --import <this file> child.ts`, so that a child needs no build either.
if (!import.meta.url.endsWith('?hooks')) register(`${import.meta.url}?hooks`);

// Stripping takes seconds: what was stripped once is kept by its content.
const KEPT = fileURLToPath(
  new URL('../../node_modules/.cache/typescript-loader/', import.meta.url),
);

/** Node's own loading, with types stripped. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const written = readFileSync(fileURLToPath(url), 'utf8');
  const path = `${KEPT}${createHash('sha256').update(written).digest('hex')}.js`;
  const source = read(path) ?? keep(path, await stripped(written));
  return { format: 'module', shortCircuit: true, source };
}

async function stripped(written) {
  const { default: ts } = await import('typescript');
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  return ts.transpileModule(written, { compilerOptions: options }).outputText;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** INVARIANT: a file is there whole or not at all, whoever else writes it or is killed meanwhile. */
function keep(path, source) {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, source);
  renameSync(`${path}.${process.pid}`, path);
  return source;
}
