import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { doubletake, type CommandPlace, type Ran } from './doubletake-command.ts';

/** A command that runs until it is told to end. */
export interface RunningCommand {
  /** The first thing it prints. */
  readonly said: () => Promise<string>;
  readonly end: (signal: NodeJS.Signals) => Promise<Ran>;
}

/** Starts a command that does not end by itself. */
export function running(
  argv: readonly string[],
  place: Omit<CommandPlace, 'onStart'>,
): RunningCommand {
  const children: ChildProcess[] = [];
  const ended = doubletake(argv, { ...place, onStart: (child) => children.push(child) });
  const [child] = children;
  if (child === undefined) throw new Error('it was not started');
  const first = once(child.stdout ?? child, 'data');
  return {
    said: async () => {
      const early = ended.then(({ err }) => {
        throw new Error(`it ended before it said anything: ${err}`);
      });
      const said: unknown[] = await Promise.race([first, early]);
      return String(said[0]);
    },
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
