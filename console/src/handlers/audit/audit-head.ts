import { audited } from '../../access/audited.ts';
import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';

/** Where the chain ends now, signed, as a file to be kept elsewhere: with it a check sees whether the end was cut off. */
export async function auditHead(asked: SignedIn): Promise<Answer> {
  const head = await asked.house.cases.trail.head(asked.at);
  await audited(asked, {
    action: 'audit.head',
    subject: 'audit:trail',
    details: { seq: head.seq },
  });
  return {
    download: {
      name: `doubletake-audit-head-${head.seq}.json`,
      type: 'application/json; charset=utf-8',
      body: once(`${JSON.stringify(head, undefined, 2)}\n`),
    },
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
