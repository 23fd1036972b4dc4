import type { Io } from './io.ts';
import { count } from './numbers.ts';
import { cutTo, padTo } from './printable.ts';

/** How far a long command has come, for whoever watches. */
export interface Progress {
  /** Says how much is done; drawn a few times a second at most. */
  readonly tick: (done: number) => void;
  /** Removes the bar. Call it before anything else is written. */
  readonly finish: () => Promise<void>;
}

/** What is being counted. */
export interface Task {
  readonly label: string;
  /** How much there is to do, in the unit of `tick`; absent when nobody knows. */
  readonly total?: number;
}

const BAR = 24;
const EVERY_MS = 100;

/** A bar on the error output, where that is a terminal; nothing at all elsewhere. */
export function progress({ label, total }: Task, io: Pick<Io, 'stderr' | 'now'>): Progress {
  const { stderr, now } = io;
  if (!stderr.isTerminal) return { tick: () => {}, finish: async () => {} };
  let drawnAt = -Infinity;
  let shown: Promise<void> = Promise.resolve();
  const draw = (line: string): void => {
    const room = stderr.columns - 1;
    // a bar that cannot be drawn is no reason to stop the work
    shown = shown.then(() => stderr.write(`\r${padTo(cutTo(line, room), room)}`)).catch(() => {});
  };
  return {
    tick: (done) => {
      const at = now();
      if (at - drawnAt < EVERY_MS) return;
      drawnAt = at;
      draw(total === undefined ? `${label} ${count(done)}` : bar(label, done / Math.max(1, total)));
    },
    finish: async () => {
      if (drawnAt === -Infinity) return;
      draw('');
      await shown;
      await stderr.write('\r');
    },
  };
}

function bar(label: string, share: number): string {
  const part = Math.min(1, share);
  const full = Math.round(part * BAR);
  return `${label} ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(part * 100)} %`;
}
