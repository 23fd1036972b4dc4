import { load, type GetResult } from '@fingerprintjs/fingerprintjs';
import { quoteThrown, type CollectorProblem } from './errors.ts';

/** What the agent saw, or why it saw nothing. */
export type AgentAnswer =
  | { readonly ok: true; readonly result: GetResult }
  | { readonly ok: false; readonly problem: CollectorProblem };

/** The longest a timer can run, in milliseconds; it fires at once for anything longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Asks FingerprintJS what this browser looks like. Never rejects; gives up after `timeoutMs` milliseconds. */
export async function askAgent(timeoutMs: number): Promise<AgentAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<AgentAnswer>((resolve) => {
    const giveUp = (): void =>
      resolve(noAnswer('collector_agent_timed_out', `gave no answer in ${timeoutMs} ms`));
    timer = setTimeout(giveUp, Math.min(timeoutMs, LONGEST_TIMER));
  });
  const answer = await Promise.race([ask(), deadline]);
  clearTimeout(timer);
  return answer;
}

async function ask(): Promise<AgentAnswer> {
  try {
    // INVARIANT: no network calls. Left on, monitoring sends one visit in a thousand to the maker's statistics.
    const agent = await load({ monitoring: false });
    return { ok: true, result: await agent.get() };
  } catch (error) {
    return noAnswer('collector_agent_failed', `failed: ${quoteThrown(error)}`);
  }
}

function noAnswer(code: CollectorProblem['code'], what: string): AgentAnswer {
  return {
    ok: false,
    problem: { code, message: `the FingerprintJS agent ${what}`, at: 'visitorId' },
  };
}
