/** Every reason a part of a snapshot can be missing. A closed list: README and types are held equal by a test. */
export const COLLECTOR_ERROR_CODES = [
  'collector_agent_failed',
  'collector_agent_timed_out',
  'collector_source_failed',
  'collector_component_too_large',
  'collector_installation_id_unavailable',
] as const;

/** One code of the closed list. */
export type CollectorErrorCode = (typeof COLLECTOR_ERROR_CODES)[number];

/** Why one part of a snapshot is missing: data for the host's own log, never thrown. */
export interface CollectorProblem {
  readonly code: CollectorErrorCode;
  readonly message: string;
  /** Which part is missing: a field of the snapshot, or `components.` and a source's name. */
  readonly at: string;
}

/** What a page throws can be any size; a log line is not. */
const LONGEST_QUOTE = 80;

/** Whatever was thrown, as text fit for a message: in backticks, on one line, cut to 80 characters. */
export function quoteThrown(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : typeof thrown;
  return `\`${text.replaceAll(/\s+/g, ' ').slice(0, LONGEST_QUOTE)}\``;
}
