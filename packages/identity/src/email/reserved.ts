/** RFC 2606 §3: second-level domains kept for examples. */
const EXAMPLE_DOMAINS = new Set(['example.com', 'example.net', 'example.org']);

/** RFC 2606 §2 and RFC 6761 §6 (test, invalid, localhost, example), RFC 6762 (local), RFC 7686 keeps `onion` real. */
const RESERVED_TOP_LEVEL = new Set(['test', 'invalid', 'localhost', 'example', 'local']);

/** Whether a domain can be nobody's mailbox: such addresses fill a form and identify no one. */
export function isReservedDomain(domain: string, registrable: string): boolean {
  const top = domain.slice(domain.lastIndexOf('.') + 1);
  return EXAMPLE_DOMAINS.has(registrable) || RESERVED_TOP_LEVEL.has(top);
}
