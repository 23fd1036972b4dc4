import type { RecordErrorCode } from '../../cli/errors.ts';
import { EXIT, type ExitCode } from '../../cli/exit-code.ts';
import type { Io } from '../../cli/io.ts';
import { openLines, LONGEST_LINE, type Line } from '../../cli/ndjson-lines.ts';
import { counted } from '../../cli/numbers.ts';
import { openOutput } from '../../cli/output-file.ts';
import { problemLog } from '../../cli/problem-log.ts';
import { progress } from '../../cli/progress.ts';
import { say } from '../../cli/say.ts';
import type { Reading } from './written.ts';

/** One line's JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A file of records to be answered line by line. */
export interface RecordsJob {
  readonly file: string;
  /** Where the answers go; standard output when absent. */
  readonly out: string | undefined;
  readonly label: string;
  /** The answer to one record, without its `id`, or why the line asks nothing that can be answered. */
  readonly answer: (record: JsonRecord) => Reading<JsonRecord>;
}

/**
 * Answers every line with one line under its `id` (its line number where it has none). A line that cannot be answered
 * gets `{ id, line, error: { code, message } }`, is reported, and never stops the rest; then the exit code is `no`.
 */
export async function answerRecords(job: RecordsJob, io: Io): Promise<ExitCode> {
  const lines = await openLines(job.file, io);
  const out = await openOutput(job.out, io);
  const problems = problemLog(io);
  const bar = progress(
    { label: job.label, ...(lines.size === undefined ? {} : { total: lines.size }) },
    io,
  );
  try {
    for await (const line of lines) {
      const { record, answer } = answerLine(line, job);
      const id = record?.['id'] ?? line.line;
      const body = answer.ok ? answer.value : { line: line.line, error: answer.problem };
      if (!answer.ok) {
        await bar.finish();
        problems.add({ ...answer.problem, at: { line: line.line } });
      }
      await out.write(`${JSON.stringify({ id, ...body })}\n`);
      bar.tick(lines.read());
    }
    await bar.finish();
    await out.finish();
  } catch (error) {
    await bar.finish();
    await out.discard();
    throw error;
  }
  await problems.finish();
  if (problems.count() === 0) return EXIT.ok;
  const unanswered = problems.count();
  await say(io, {
    text: `${counted(unanswered, 'line')} could not be answered\n`,
    json: { progress: { unanswered } },
  });
  return EXIT.no;
}

function answerLine(
  line: Line,
  job: RecordsJob,
): { record?: JsonRecord; answer: Reading<JsonRecord> } {
  const record = recordOf(line);
  if (!record.ok) return { answer: record };
  return { record: record.value, answer: job.answer(record.value) };
}

function recordOf({ text, tooLong, isUtf8 }: Line): Reading<JsonRecord> {
  if (tooLong) return refused('line_too_long', `longer than ${LONGEST_LINE} bytes`);
  if (!isUtf8)
    return refused('line_not_utf8', 'the line is not UTF-8, write the file in that encoding');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('line_not_json', 'the line is not JSON');
  }
  return isRecord(value)
    ? { ok: true, value }
    : refused('line_not_an_object', 'the line is no JSON object');
}

/** Something that asks nothing that can be answered. */
export function refused(code: RecordErrorCode, message: string): Reading<never> {
  return { ok: false, problem: { code, message } };
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
