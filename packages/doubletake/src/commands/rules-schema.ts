import { ruleSchema } from '@doubletake/rules';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';

/** The rule file as JSON Schema. */
export const rulesSchema: Command = {
  name: 'rules schema',
  summary: 'print the JSON Schema of a rule file, for editors',
  positionals: [],
  options: {},
  examples: [{ line: 'rules schema > rule.schema.json', note: 'point your editor at it' }],
  run: async (_, io) => {
    await io.stdout.write(`${JSON.stringify(ruleSchema(), undefined, 2)}\n`);
    return EXIT.ok;
  },
};
