import type { ShownTime } from '../shown.ts';

type Tone = 'good' | 'fair' | 'bad' | 'plain';

/** A value that is in the clear for now, and what it goes back to. */
export interface Lapse {
  readonly at: string;
  readonly masked: string;
}

export interface ShownDue {
  readonly at: ShownTime;
  readonly text: string;
  readonly tone: Tone;
}

export interface ShownScore {
  /** 0 to 100. */
  readonly value: number;
  readonly text: string;
  readonly tone: Tone;
}

/** A piece of a masked value, and whether the other side has it too. */
export interface MarkedPart {
  readonly text: string;
  readonly same: boolean;
}

/** One kind of identifier on both sides. */
export interface PairRow {
  readonly kind: string;
  readonly referrer: readonly MarkedPart[];
  readonly referee: readonly MarkedPart[];
  /** Of the sides that are in the clear for now. */
  readonly lapses?: { readonly referrer: Lapse | undefined; readonly referee: Lapse | undefined };
  /** Absent when there was nothing to compare. */
  readonly compared:
    | {
        readonly level: string;
        readonly agrees: boolean;
        /** Absent in a blind look. */
        readonly bits: string | undefined;
        readonly tone: Tone;
        readonly sharedBy: string | undefined;
      }
    | undefined;
}

/** One step of the evidence; places in percent of the picture's width. */
export interface WaterfallStep {
  readonly name: string;
  readonly level: string;
  readonly bits: string;
  /** The score with everything up to here. */
  readonly score: string;
  readonly tone: Tone;
  readonly x: number;
  readonly width: number;
  /** Where as much speaks for abuse as against it. */
  readonly zero: number;
}

export interface ShownStory {
  readonly name: string;
  readonly meaning: string;
  readonly percent: number;
  readonly tone: Tone;
}

export interface ShownEvent {
  readonly at: ShownTime;
  readonly kind: 'event' | 'decision' | 'note' | 'act';
  readonly who: string | undefined;
  readonly what: string;
  readonly detail: string | undefined;
}

/** A decision that can still be taken back. */
export interface ShownUndo {
  /** Where it is sent to be taken back. */
  readonly action: string;
  readonly commandId: string;
  readonly what: string;
  readonly until: ShownTime;
}

/** Who has a case in hand. */
export interface ShownHand {
  readonly by: string;
  readonly mine: boolean;
  readonly until: ShownTime;
  readonly left: string;
  readonly token: number;
}

export interface ShownState {
  readonly text: string;
  readonly tone: Tone;
}
