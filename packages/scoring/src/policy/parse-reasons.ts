import { pointerStep } from '@doubletake/rules';

import { LABELS } from '../events/event.ts';
import { FileReader, type Place } from './file-reader.ts';
import type { ParsedPolicy } from './problem.ts';
import { reviewReasons, type ReasonText, type ReasonTexts, type ReviewMeaning } from './reason.ts';

const CODE = /^[A-Z][A-Z0-9_]{2,59}$/u;
const OUTCOMES: readonly ReviewMeaning['outcome'][] = ['release', 'block'];

/**
 * Reads `reasons.json`: code → analyst and customer wording, and what a person means by it. People must be able to
 * release and to block, so at least one reason for each has `review`.
 */
export function parseReasons(json: unknown, file: string): ParsedPolicy<ReasonTexts> {
  const reader = new FileReader(file, 'reasons_invalid');
  const texts: Record<string, ReasonText> = {};
  for (const [code, value] of Object.entries(reader.object({ value: json, path: '' }))) {
    const path = pointerStep(code);
    if (!CODE.test(code)) reader.problem(path, `\`${code}\` is not a code: capitals, digits and _`);
    const entry = reader.object({ value, path }, ['analyst', 'customer', 'review']);
    texts[code] = {
      analyst: reader.text({ value: entry['analyst'], path: `${path}/analyst` }),
      customer: reader.text({ value: entry['customer'], path: `${path}/customer` }),
      ...(entry['review'] === undefined
        ? {}
        : { review: meaning(reader, { value: entry['review'], path: `${path}/review` }) }),
    };
  }
  if (reader.problems.length === 0)
    for (const each of beyondPeople(texts)) reader.problem('', each);
  return reader.problems.length > 0
    ? { ok: false, problems: reader.problems }
    : { ok: true, value: texts };
}

function meaning(reader: FileReader, place: Place): ReviewMeaning {
  const { path } = place;
  const entry = reader.object(place, ['outcome', 'label']);
  const outcome = { value: entry['outcome'], path: `${path}/outcome` };
  const label = { value: entry['label'], path: `${path}/label` };
  return {
    outcome: reader.choice(outcome, OUTCOMES) ?? 'release',
    label: reader.choice(label, LABELS) ?? 'unsure',
  };
}

/** What no person could decide for want of a reason. */
function beyondPeople(texts: ReasonTexts): readonly string[] {
  const given = reviewReasons(texts);
  return OUTCOMES.filter((each) => !given.some(({ outcome }) => outcome === each)).map(
    (each) => `no reason has \`review\` with the outcome \`${each}\`: nobody could ${each} a case`,
  );
}
