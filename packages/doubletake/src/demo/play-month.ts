import {
  eventJson,
  HOUR,
  parseEventLine,
  type DomainEvent,
  type Engine,
  type Instant,
} from '@doubletake/scoring';
import { timeline } from '../timeline.ts';

/** How much of the made-up time passes between two looks at what fell due. */
const STEP = 6 * HOUR;

const WRITTEN_INSTANT = /"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g;

/** What the month is played into, and who watches. */
export interface Player {
  readonly engine: Pick<Engine, 'recordMany' | 'wake'>;
  /** Turns the engine's clock. */
  readonly turn: (at: Instant) => void;
  readonly onProgress?: (done: number) => void;
}

/**
 * Records made-up events by their own clock and screens whatever falls due on the way, so that their
 * present is `until`: cases are as fresh as if it had all just been.
 */
export async function playMonth(
  lines: AsyncIterable<{ readonly text: string }>,
  until: Instant,
  { engine, turn, onProgress }: Player,
): Promise<void> {
  const events = await movedTo(lines, until);
  let done = 0;
  while (done < events.length) {
    const end = (events[done]?.at ?? until) + STEP;
    const stop = events.findIndex(({ at }, index) => index > done && at >= end);
    const batch = events.slice(done, stop < 0 ? events.length : stop);
    turn(batch.at(-1)?.at ?? end);
    await engine.recordMany(batch.map((event) => JSON.parse(eventJson(event)) as unknown));
    await engine.wake();
    done += batch.length;
    onProgress?.(done);
  }
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

/** In the midst of the payouts, so that some cases are fresh and some are late. What comes after is not known yet. */
function presentOf(events: readonly DomainEvent[]): Instant {
  const dues = events.flatMap(({ type, at }) => (type === 'reward.due' ? [at] : []));
  const present = dues.toSorted((a, b) => a - b)[Math.floor(dues.length / 2)];
  if (present === undefined) throw new Error('the made-up month has no payouts');
  return present;
}

function eventOf(text: string): DomainEvent {
  const parsed = parseEventLine(text, 1);
  if (!parsed.ok) throw new Error('the made-up month has a line that is no event');
  return parsed.value;
}
