/** What the shell is told. A table, so that scripts may rely on it. */
export const EXIT = {
  /** Done, and the answer is yes. */
  ok: 0,
  /** Done, and the answer is no: not the same, problems found, lines that could not be read. */
  no: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** A file or store could not be read or written. */
  unreachable: 3,
  /** A defect of ours; `EX_SOFTWARE` of sysexits. */
  bug: 70,
  /** Ended by ctrl-C or SIGTERM; what was done until then stands. 128 + 2, as shells have it. */
  interrupted: 130,
  /** Nobody reads what it prints any more; what was done until then stands. 128 + 13, as shells have it. */
  closed: 141,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
