import type { Decision } from '../decision.ts';
import type { Label } from '../events/event.ts';
import type { EventProblem } from '../events/problem.ts';
import type { Instant } from '../instant.ts';
import type { Money } from '../money.ts';
import type { CaseAnswer, CaseSeen, Conclude } from './case-command.ts';

/** What became of one event handed to `record`. */
export type Recorded =
  | { readonly outcome: 'recorded' | 'duplicate'; readonly id: string }
  | { readonly outcome: 'refused'; readonly problems: readonly EventProblem[] }
  /** Not recorded for now: a store that has to take part failed, with this code. Tell it again. */
  | { readonly outcome: 'unavailable'; readonly id: string; readonly code: string };

export interface ScreenOptions {
  /**
   * What asked: an event or command id, at most 200 characters. The same trigger gives the same decision. Default: a new
   * one each call.
   */
  readonly trigger?: string;
  /** The instant to decide at. Default: the engine's clock. */
  readonly at?: Instant;
  /** The rewards' programme, for an answer without the ledger: where it only observes, even that pays. */
  readonly programmeId?: string;
}

export interface WakeOptions {
  /** Hears of decisions as soon as they are kept, before more are made; what it throws ends the call. */
  readonly told?: (decisions: readonly Decision[]) => void | Promise<void>;
}

/** What a person decides about a case; its programme says whether a second one must approve. */
export type Review = Omit<Conclude, 'do' | 'at' | 'label' | 'secondPersonFrom'> & {
  /** @defaultValue the engine's clock */
  readonly at?: Instant;
  /** @defaultValue what the reason says */
  readonly label?: Label;
};

/** The same for many cases, a whole ring among them. Each is decided, or refused, for itself. */
export type BulkReview = Omit<Review, 'caseId' | 'leaseToken' | 'seen'> & {
  readonly caseIds: readonly string[];
  /** What each of them showed, by its id. */
  readonly shown?: ReadonlyMap<string, CaseSeen>;
  /** Say what would come of it and change nothing. @defaultValue false */
  readonly preview?: boolean;
};

export interface BulkAnswer {
  readonly items: readonly { readonly caseId: string; readonly answer: CaseAnswer }[];
  /** The rewards of the cases that are decided, or would be, by currency. */
  readonly sums: readonly Money[];
}

/** What a host system calls. `openDoubletake()` gives one over real stores. */
export interface Engine {
  /** Records one event in the contract's JSON shape. Resolved means committed. */
  readonly record: (event: unknown) => Promise<Recorded>;
  /**
   * Records many; one bad event never spoils the rest. Rejects only when nothing was committed, because the ledger could
   * not be reached.
   */
  readonly recordMany: (events: readonly unknown[]) => Promise<readonly Recorded[]>;
  /**
   * Decides whether a reward may be paid now; undefined when the reward is unknown. Never rejects because a store is
   * down, and the decision then names what failed in `degraded`. Without the graph, the terms and the programme's fail
   * mode decide; without the ledger, everything is held and nothing is kept.
   *
   * @throws RangeError when the trigger or the instant cannot be one.
   */
  readonly screen: (rewardId: string, options?: ScreenOptions) => Promise<Decision | undefined>;
  readonly screenMany: (
    rewardIds: readonly string[],
    options?: ScreenOptions,
  ) => Promise<readonly (Decision | undefined)[]>;
  /**
   * Concludes a case. The decision is made once its undo window has closed, by `wake`. Refused as `reason_unknown` is a
   * reason that people do not conclude by in `reasons.json`, as `reason_unfit` one that speaks for the other outcome.
   *
   * @throws RangeError when a time in it is not a whole number of milliseconds.
   * @throws an error with the code `ledger_text_refused` when the command id is longer than 200 characters; that of many,
   * when it is with a slash and the id of a case.
   */
  readonly decide: (review: Review) => Promise<CaseAnswer>;
  readonly decideMany: (review: BulkReview) => Promise<BulkAnswer>;
  /**
   * Takes up everything that fell due: ends of waits, payouts asked for by `reward.due`, rewards of orders that were
   * undone, what people concluded, cases past their time. Gives the decisions it made, people's first, then in the
   * order they fell due: each by one call alone, in whichever process, so that two never say `pay` for one. What a process
   * that died could not give any more is in the ledger, and goes out as a webhook. Nothing is lost when it is called late.
   *
   * With `told` it gives them round by round, as soon as they are kept, and rejects where it comes no further. Without, it
   * gives what it made until then: the next call begins with what failed. What a person concluded that cannot be settled,
   * or a reward that cannot be decided even alone, holds up nothing else: it is what the call fails with once all the rest is done.
   */
  readonly wake: (options?: WakeOptions) => Promise<readonly Decision[]>;
  readonly close: () => Promise<void>;
}
