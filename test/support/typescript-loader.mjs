/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-assignment -- no project types this file: it is what runs before types are stripped */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// Node 20 runs no TypeScript: a child process of a test strips the types itself. Used as
// `node --conditions=@doubletake/source --import <this file> child.ts`, so that a child needs no build either.
if (!import.meta.url.endsWith('?hooks')) register(`${import.meta.url}?hooks`);

/** Node's own loading, with types stripped. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  const source = readFileSync(fileURLToPath(url), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return { format: 'module', shortCircuit: true, source: outputText };
}
