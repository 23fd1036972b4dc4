import type { CaseAnswer, CaseCommand, NoteWrite, ReviewCase } from '@doubletake/scoring';
import { noteOfCommand } from './note.ts';
import type { Stepped } from './step.ts';

/** What a person is told of what their command came to. */
export function answerOf(stepped: Stepped, held: ReviewCase | undefined): CaseAnswer {
  if (typeof stepped === 'object') return { ok: true, case: stepped.case };
  if (held === undefined) return { ok: false, refusal: 'case_unknown' };
  if (stepped === 'repeated') return { ok: true, case: held, repeated: true };
  return { ok: false, refusal: stepped, case: held };
}

/** The note that comes with a command. */
export function noteWith(command: CaseCommand): NoteWrite | undefined {
  if (command.do !== 'conclude' || command.note === undefined) return undefined;
  const { commandId, caseId, by, at, note: text } = command;
  return { noteId: noteOfCommand(commandId), subject: { kind: 'case', id: caseId }, by, at, text };
}
