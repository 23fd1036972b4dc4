import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IDENTITY_VERSION } from '@doubletake/identity';
import {
  checkPack,
  compilePack,
  parseFactCatalogue,
  parseRule,
  type FactCatalogue,
  type Pack,
  type Problem,
  type Rule,
} from '@doubletake/rules';
import {
  factsNamed,
  parseModel,
  parseProgramme,
  parseReasons,
  type Model,
  type Policy,
  type PolicyProblem,
  type Programme,
  type ReasonTexts,
} from '@doubletake/scoring';
import { fileCause } from './file-cause.ts';
import { ruleBookOf } from './rule-book.ts';

/** One thing wrong with the rules folder: an unreadable file, or what a parser or check found in one. */
export type RulesProblem = Problem | PolicyProblem | UnreadableFile;

interface UnreadableFile {
  readonly code: 'rules_unreadable';
  readonly message: string;
  readonly at: { readonly file: string; readonly path: string };
  readonly hint?: string;
}

/** Everything in a rules folder, parsed and checked. */
export interface RulesFolder {
  readonly dir: string;
  readonly catalogue: FactCatalogue;
  readonly reasons: ReasonTexts;
  readonly model: Model;
  readonly programmes: readonly Programme[];
  readonly packs: readonly Pack[];
  /** Hash over every file a rule set consists of. */
  readonly rulesVersion: string;
  readonly listsVersion: string;
}

export type LoadedRules =
  | { readonly ok: true; readonly value: RulesFolder }
  | { readonly ok: false; readonly problems: readonly RulesProblem[] };

/** The rules that come with the installed package; in a checkout, the `rules/` at its top. */
export function defaultRulesDir(): string {
  const installed = import.meta.url.includes('/node_modules/');
  return fileURLToPath(new URL(installed ? '../rules' : '../../../rules', import.meta.url));
}

/** Reads files below one folder, collecting whatever is wrong with them. */
class FolderReader {
  readonly problems: RulesProblem[] = [];
  readonly #hashes: string[] = [];
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Names in a subfolder that end as asked, in a stable order; none when it does not exist. */
  names(folder: string, ending: string): string[] {
    const path = join(this.#dir, folder);
    return existsSync(path)
      ? readdirSync(path)
          .filter((name) => name.endsWith(ending))
          .toSorted()
      : [];
  }

  json(file: string): unknown {
    try {
      const text = readFileSync(join(this.#dir, file), 'utf8');
      this.#hashes.push(`${file}\n${text}`);
      return JSON.parse(text) as unknown;
    } catch (error) {
      this.problems.push({
        code: 'rules_unreadable',
        message: whyUnreadable(error),
        at: { file, path: '' },
      });
      return undefined;
    }
  }

  /** Parses one file; a file that cannot be read is reported once, not twice. */
  parse<Value>(
    file: string,
    parser: (
      json: unknown,
      file: string,
    ) =>
      | { readonly ok: true; readonly value: Value }
      | { readonly ok: false; readonly problems: readonly RulesProblem[] },
  ): Value | undefined {
    const json = this.json(file);
    if (json === undefined) return undefined;
    const parsed = parser(json, file);
    if (parsed.ok) return parsed.value;
    this.problems.push(...parsed.problems);
    return undefined;
  }

  /** Hash over the content of everything read so far. */
  version(): string {
    return `sha256:${createHash('sha256').update(this.#hashes.join('\0')).digest('hex')}`;
  }
}

/** Why a file gave no JSON: in words, without the path, which the place of the problem says. */
function whyUnreadable(error: unknown): string {
  if (error instanceof SyntaxError) return `the file is not JSON: ${error.message}`;
  const cause = fileCause(error);
  if (cause === undefined) throw error;
  return cause;
}

interface PackFiles {
  readonly pack: Pack;
  readonly fileOf: ReadonlyMap<Rule, string>;
}

function readPacks(reader: FolderReader): PackFiles[] {
  return reader.names('packs', '').map((name) => {
    const fileOf = new Map<Rule, string>();
    for (const each of reader.names(join('packs', name), '.rule.json')) {
      const file = join('packs', name, each);
      const rule = reader.parse(file, parseRule);
      if (rule) fileOf.set(rule, file);
    }
    return { pack: { name, rules: [...fileOf.keys()] }, fileOf };
  });
}

/** What the packs' own files do not show. Without the list it is checked against, everything would look unknown. */
function packProblems(
  packs: readonly PackFiles[],
  catalogue: FactCatalogue | undefined,
  reasons: ReasonTexts | undefined,
): readonly RulesProblem[] {
  if (!catalogue || !reasons) return [];
  const codes = new Set(Object.keys(reasons));
  return [
    ...reasonProblems(reasons, catalogue),
    ...packs.flatMap(({ pack, fileOf }) =>
      checkPack(pack, {
        catalogue,
        reasons: codes,
        fileOf: (rule) => fileOf.get(rule) ?? `packs/${pack.name}`,
      }),
    ),
  ];
}

/** Reasons whose texts name facts nobody declared. */
function reasonProblems(reasons: ReasonTexts, catalogue: FactCatalogue): RulesProblem[] {
  return Object.entries(reasons).flatMap(([code, { analyst }]) =>
    factsNamed(analyst)
      .filter((fact) => !Object.hasOwn(catalogue, fact))
      .map((fact) => ({
        code: 'reasons_invalid' as const,
        message: `the text names the unknown fact \`${fact}\``,
        at: { file: 'reasons.json', path: `/${code}/analyst` },
      })),
  );
}

/** Programmes that name a pack nobody wrote. */
function programmeProblems(
  programmes: readonly Programme[],
  packs: readonly Pack[],
): RulesProblem[] {
  return programmes
    .filter(({ pack }) => !packs.some(({ name }) => name === pack))
    .map(({ programme, pack }) => ({
      code: 'programme_invalid' as const,
      message: `unknown pack \`${pack}\``,
      at: { file: join('programmes', `${programme}.json`), path: '/pack' },
    }));
}

/** Loads a rules folder whole, or says everything that is wrong with it. Half a rule set is never used. */
export function loadRules(dir: string = defaultRulesDir(), modelFile?: string): LoadedRules {
  const reader = new FolderReader(dir);
  const catalogue = reader.parse('facts.json', parseFactCatalogue);
  const reasons = reader.parse('reasons.json', parseReasons);
  const programmes = reader
    .names('programmes', '.json')
    .flatMap((file) => reader.parse(join('programmes', file), parseProgramme) ?? []);
  const packFiles = readPacks(reader);
  const packs = packFiles.map(({ pack }) => pack);
  const rulesVersion = reader.version();
  const model = reader.parse(
    modelFile === undefined ? 'model.json' : relative(dir, modelFile),
    parseModel,
  );
  reader.problems.push(
    ...programmeProblems(programmes, packs),
    ...packProblems(packFiles, catalogue, reasons),
  );
  const { problems } = reader;
  if (!catalogue || !reasons || !model || problems.length > 0) return { ok: false, problems };
  const listsVersion = `sha256:${createHash('sha256').digest('hex')}`;
  return {
    ok: true,
    value: { dir, catalogue, reasons, model, programmes, packs, rulesVersion, listsVersion },
  };
}

/** The policy a loaded folder amounts to; `pack` replaces every programme's risk pack. */
export function policyOf(folder: RulesFolder, pack?: string): Policy {
  const compiled = new Map(folder.packs.map((each) => [each.name, compilePack(each)]));
  const terms = compiled.get('terms');
  if (!terms) throw new RangeError(`no pack named terms in ${folder.dir}`);
  if (pack !== undefined && !compiled.has(pack)) throw new RangeError(`no pack named ${pack}`);
  return {
    model: folder.model,
    terms,
    packs: compiled,
    programmes: new Map(folder.programmes.map((each) => [each.programme, each])),
    reasons: folder.reasons,
    book: ruleBookOf(folder),
    versions: {
      rules: folder.rulesVersion,
      model: folder.model.version,
      identity: IDENTITY_VERSION,
      lists: folder.listsVersion,
    },
    ...(pack === undefined ? {} : { packOverride: pack }),
  };
}
