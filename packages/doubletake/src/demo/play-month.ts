import {
  eventJson,
  HOUR,
  parseEventLine,
  type DomainEvent,
  type Instant,
} from '@doubletake/scoring';
import { timeline } from '../timeline.ts';

/** How much of the made-up time passes between two looks at what fell due. */
const STEP = 12 * HOUR;

const WRITTEN_INSTANT = /"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g;

/** What the month is played into, and who watches. */
export interface Player {
  readonly record: (events: readonly unknown[]) => Promise<void>;
  /** Takes up what fell due. */
  readonly wake: () => Promise<void>;
  /** Turns the clock. */
  readonly turn: (at: Instant) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Records made-up events by their own clock and screens whatever falls due on the way, so that their
 * present is `until`: cases are as fresh as if it had all just been.
 */
export async function playMonth(
  lines: AsyncIterable<{ readonly text: string }>,
  until: Instant,
  { record, wake, turn, onProgress }: Player,
): Promise<void> {
  const events = await movedTo(lines, until);
  // Nothing falls due before the first payout: until then there is nothing to look at on the way.
  let ends = events.findIndex(({ type }) => type === 'reward.due');
  for (let done = 0; done < events.length; ends = endOfStep(events, done)) {
    const batch = events.slice(done, ends);
    turn(batch.at(-1)?.at ?? until);
    await record(batch.map((event) => JSON.parse(eventJson(event)) as unknown));
    await wake();
    done += batch.length;
    onProgress(done, events.length);
  }
}

/** The place behind the last event that belongs to the step that begins there. */
function endOfStep(events: readonly DomainEvent[], start: number): number {
  const end = (events[start]?.at ?? 0) + STEP;
  const next = events.findIndex(({ at }, index) => index > start && at >= end);
  return next < 0 ? events.length : next;
}

/** The events in order, all moved by the same time so that their present is the instant. */
async function movedTo(
  lines: AsyncIterable<{ readonly text: string }>,
  until: Instant,
): Promise<readonly DomainEvent[]> {
  const texts: string[] = [];
  for await (const { text } of lines) if (text.trim() !== '') texts.push(text);
  const shown = presentOf(texts.map(eventOf));
  const moved = texts.map((text) =>
    text.replaceAll(
      WRITTEN_INSTANT,
      (_, instant: string) => `"${new Date(Date.parse(instant) + until - shown).toISOString()}"`,
    ),
  );
  return timeline(moved.map((text, line) => ({ event: eventOf(text), line })))
    .map(({ event }) => event)
    .filter(({ at }) => at <= until);
}

/** Towards the end of the payouts: some cases are fresh and some are late. What comes after is not known yet. */
function presentOf(events: readonly DomainEvent[]): Instant {
  const dues = events.flatMap(({ type, at }) => (type === 'reward.due' ? [at] : []));
  const present = dues.toSorted((a, b) => a - b)[Math.floor(dues.length * 0.75)];
  if (present === undefined) throw new Error('the made-up month has no payouts');
  return present;
}

function eventOf(text: string): DomainEvent {
  const parsed = parseEventLine(text, 1);
  if (!parsed.ok) throw new Error('the made-up month has a line that is no event');
  return parsed.value;
}
