import type { Command } from '../cli/command.ts';
import { auditHead } from './audit-head.ts';
import { auditVerify } from './audit-verify.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { erase } from './erase.ts';
import { expire } from './expire.ts';
import { exportAccount } from './export.ts';
import { graphRebuild } from './graph-rebuild.ts';
import { graphStats } from './graph-stats.ts';
import { inspect } from './inspect.ts';
import { keysNew } from './keys-new.ts';
import { keysRotate } from './keys-rotate.ts';
import { merge } from './merge.ts';
import { migrate } from './migrate.ts';
import { record } from './record.ts';
import { replay } from './replay.ts';
import { rulesCheck } from './rules-check.ts';
import { rulesSchema } from './rules-schema.ts';
import { rulesTest } from './rules-test.ts';
import { score } from './score.ts';
import { serve } from './serve.ts';
import { wake } from './wake.ts';

/** Every command, in the order of the help. A new one is a file and a row. */
export const COMMANDS: readonly Command[] = [
  demo,
  replay,
  score,
  compare,
  inspect,
  rulesCheck,
  rulesTest,
  rulesSchema,
  record,
  wake,
  serve,
  migrate,
  exportAccount,
  erase,
  merge,
  expire,
  graphRebuild,
  graphStats,
  keysNew,
  keysRotate,
  auditVerify,
  auditHead,
];
