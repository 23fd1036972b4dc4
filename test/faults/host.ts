import type { Decision, Engine } from 'doubletake';
import { ownTime } from '../support/own-time.ts';
import { referralEvents, rewardsOf } from './referrals.ts';

/** How long a request is given where a store says nothing, in milliseconds. */
export const HASTY = 1000;
/** The longest a call may take in these tests, in milliseconds of `ownTime`: some requests, each given up as soon as that. */
export const LIMIT = 5000;

/** A reward's answer with how the host asked for it. */
export interface Answer {
  readonly trigger: string;
  readonly decision: Decision;
}

/** A host system: records referrals, asks for their payout, and remembers every word it was told. */
export class Host {
  /** Events whose recording was acknowledged. */
  readonly events: object[] = [];
  readonly answers: Answer[] = [];
  /** What calls were refused with. */
  readonly refusals: unknown[] = [];
  /** How long the slowest call took, in milliseconds of `ownTime`. */
  slowest = 0;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Records the events of the nth referral; false when that was refused. */
  async tell(n: number): Promise<boolean> {
    const events = referralEvents(n);
    const told = await this.#timed(async () => this.#engine.recordMany(events));
    told?.forEach(({ outcome }, index) => {
      const event = events[index];
      if ((outcome === 'recorded' || outcome === 'duplicate') && event) this.events.push(event);
      else this.refusals.push(told[index]);
    });
    return told !== undefined;
  }

  /** Asks for the nth referral's rewards. The same trigger may be asked again and again. */
  async ask(n: number, trigger = `ask-${n}`): Promise<readonly Decision[]> {
    const rewards = rewardsOf(n);
    const options = { trigger, programmeId: 'guest-credit' };
    const told = await this.#timed(async () => this.#engine.screenMany(rewards, options));
    const decisions = (told ?? []).flatMap((decision) => decision ?? []);
    this.answers.push(...decisions.map((decision) => ({ trigger, decision })));
    return decisions;
  }

  /**
   * One referral after another, four at a time, from the nth on, until `stop`, which gives the number reached. Resolves once
   * all four are in the middle of it: a busy machine takes its time to begin.
   */
  async load(from: number): Promise<() => Promise<number>> {
    let next = from;
    const end = new AbortController();
    const referral = async (): Promise<void> => {
      const n = (next += 1) - 1;
      await this.tell(n);
      await this.ask(n);
    };
    const firsts = [referral(), referral(), referral(), referral()];
    const workers = firsts.map(async (first) => {
      await first;
      while (!end.signal.aborted) await referral();
    });
    await Promise.all(firsts);
    return async () => {
      end.abort();
      await Promise.all(workers);
      return next;
    };
  }

  async #timed<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
    const passed = ownTime();
    try {
      return await call();
    } catch (error) {
      this.refusals.push(error);
      return undefined;
    } finally {
      this.slowest = Math.max(this.slowest, passed());
    }
  }
}
