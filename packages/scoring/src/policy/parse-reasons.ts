import { pointerStep } from '@doubletake/rules';

import { FileReader } from './file-reader.ts';
import type { ParsedPolicy } from './problem.ts';
import type { ReasonText, ReasonTexts } from './reason.ts';

const CODE = /^[A-Z][A-Z0-9_]{2,59}$/u;

/** Reads `reasons.json`: code → analyst and customer wording. */
export function parseReasons(json: unknown, file: string): ParsedPolicy<ReasonTexts> {
  const reader = new FileReader(file, 'reasons_invalid');
  const texts: Record<string, ReasonText> = {};
  for (const [code, value] of Object.entries(reader.object({ value: json, path: '' }))) {
    const path = pointerStep(code);
    if (!CODE.test(code)) reader.problem(path, `\`${code}\` is not a code: capitals, digits and _`);
    const entry = reader.object({ value, path }, ['analyst', 'customer']);
    texts[code] = {
      analyst: reader.text({ value: entry['analyst'], path: `${path}/analyst` }),
      customer: reader.text({ value: entry['customer'], path: `${path}/customer` }),
    };
  }
  return reader.problems.length > 0
    ? { ok: false, problems: reader.problems }
    : { ok: true, value: texts };
}
