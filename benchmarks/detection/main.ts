import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDecision, readLines, readTruth, type LineReader } from './reading.ts';
import { scoreDetection } from './score.ts';
import { renderScore } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

const lines = <Line>(place: string, read: LineReader<Line>): Line[] =>
  readLines(readFileSync(place, 'utf8'), { place, read });

const [decisions, truth] = positionals;
if (decisions === undefined || truth === undefined) {
  console.error('usage: detection decisions.ndjson truth.ndjson [--json]');
  process.exitCode = 2;
} else {
  const score = scoreDetection(lines(decisions, readDecision), lines(truth, readTruth));
  console.log(values.json ? JSON.stringify(score, null, 2) : renderScore(score));
}
