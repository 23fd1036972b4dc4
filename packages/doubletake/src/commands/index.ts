import type { Command } from '../cli/command.ts';
import { compare } from './compare.ts';
import { inspect } from './inspect.ts';
import { replay } from './replay.ts';
import { rulesCheck } from './rules-check.ts';
import { rulesSchema } from './rules-schema.ts';
import { rulesTest } from './rules-test.ts';
import { score } from './score.ts';

/** Every command, in the order of the help. A new one is a file and a row. */
export const COMMANDS: readonly Command[] = [
  replay,
  score,
  compare,
  inspect,
  rulesCheck,
  rulesTest,
  rulesSchema,
];
