import type { SignedIn } from '../../asked.ts';

/** Keeps the words that came with an act; none are none. */
export async function keepNote(
  { house, user, at }: SignedIn,
  caseId: string,
  text: string,
): Promise<void> {
  if (text === '') return;
  const noteId = Buffer.from(house.random(16)).toString('base64url');
  const subject = { kind: 'case', id: caseId } as const;
  await house.cases.desk.note({ noteId, subject, by: user.userId, at, text });
}
