import { z } from 'zod';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';

const TEXT = z.string().transform((text) => text.slice(0, 200));
const REPORT = z.object({
  'csp-report': z.object({ 'violated-directive': TEXT, 'blocked-uri': TEXT.default('') }),
});

/**
 * A browser says that a page asked for what the policy forbids: our mistake, or somebody's attempt. Anybody can send
 * one, so what is too much from one address is dropped, and the answer is the same.
 */
export async function cspReport({ house, form, ip }: Asked): Promise<Answer> {
  const report = REPORT.safeParse(form);
  if (report.success && (await house.reportLimit(ip)) === undefined) {
    const { 'violated-directive': directive, 'blocked-uri': blocked } = report.data['csp-report'];
    house.log('csp.violated', { directive, blocked });
  }
  return { json: {}, status: 204 };
}
