/** How the ids of what we record ourselves begin, events and what screenings answer. */
const OWN = ['allowance', 'corrected', 'label', 'merge', 'outdated', 'review', 'wait'] as const;

/**
 * Whether an id is of those we make ourselves. A host that gave one would have its event taken for ours, or ours for its.
 */
export function isOwnId(id: string): boolean {
  return OWN.some((prefix) => id.startsWith(`${prefix}:`));
}

/** As messages list them. */
export const OWN_PREFIXES: string = OWN.map((prefix) => `\`${prefix}:\``).join(', ');
