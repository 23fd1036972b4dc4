import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VIEWS = '../src/views.ts';

/**
 * Compiles each view to TypeScript over the type of its model and gives what the compiler finds. A property a model
 * does not have would otherwise render as nothing. `instead` replaces the text of files.
 */
export function checkViews(
  folder: string,
  files: readonly string[],
  instead: Readonly<Record<string, string>> = {},
): readonly string[] {
  const sources = new Map(
    files.map((file) => {
      const text = instead[file] ?? readFileSync(join(folder, file), 'utf8');
      return [join(folder, `${file.replaceAll('/', '.')}.ts`), typed(file, text)] as const;
    }),
  );
  const project = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'console/tsconfig.json'),
    undefined,
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const own: ts.CompilerOptions = {
    ...project?.options,
    noEmit: true,
    composite: false,
    incremental: false,
    rootDir: ROOT,
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
  delete own.tsBuildInfoFile;
  const host = ts.createCompilerHost(own);
  const plain = ts.createCompilerHost(own);
  host.fileExists = (name) => sources.has(name) || plain.fileExists(name);
  host.getSourceFile = (name, version) => {
    const source = sources.get(name);
    return source === undefined
      ? plain.getSourceFile(name, version)
      : ts.createSourceFile(name, source, version);
  };
  const program = ts.createProgram([...sources.keys()], own, host);
  return [...sources.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) =>
        `${basename(name, '.ts')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

/** A view as a function of its model. */
function typed(file: string, text: string): string {
  const template = new ejs.Template(text, { strict: true, localsName: 'v', compileDebug: false });
  template.compile();
  // Not in the published types: what the template became, before it is made a function.
  const source: unknown = Reflect.get(template, 'source');
  if (typeof source !== 'string')
    throw new Error('EJS keeps the source of its templates elsewhere');
  const body = source.replace('function __append(s)', 'function __append(s: unknown)');
  return `import type { Layout, Partials, Views } from '${VIEWS}';
type Include = <Name extends keyof Partials>(
  file: \`partials/\${Name}\`, model: Partials[Name],
) => string;
export function render(v: ${modelType(file)}, escapeFn: (text: string | number) => string, include: Include): string {
${body}
}`;
}

function modelType(file: string): string {
  const name = file.replace('.ejs', '');
  if (name === 'layout') return 'Layout';
  return name.startsWith('partials/')
    ? `Partials['${name.slice('partials/'.length)}']`
    : `Views['${name}']`;
}
