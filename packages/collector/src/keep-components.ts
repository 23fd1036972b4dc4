import { hashComponents } from '@fingerprintjs/fingerprintjs';
import { quoteThrown, type CollectorProblem } from './errors.ts';
import { KEPT_SOURCES } from './kept-sources.ts';
import type { SnapshotComponent } from './snapshot.ts';

/** Longer strings are pictures, and pictures are only ever compared whole. */
const LONGEST_STRING = 256;

/** In characters of JSON. Chromium's `plugins`, the largest of a whole snapshot of 2 840, has some 800. */
const LARGEST_COMPONENT = 2048;

/** What a source returned: a value, or whatever it threw. */
export type SourceResult = { readonly value: unknown } | { readonly error: unknown };

/** The components that leave the page, and why some are missing. */
export interface KeptComponents {
  readonly components: Readonly<Record<string, SnapshotComponent>>;
  readonly problems: readonly CollectorProblem[];
}

/**
 * Keeps the sources of `KEPT_SOURCES` as plain JSON without durations. A string longer than 256 characters becomes its
 * digest. A source with nothing to say in this browser is absent; one that says more than 2 048 characters of JSON is
 * absent with a problem. Any source that failed is a problem, kept or not, because its failure changes the visitor id.
 */
export function keepComponents(observed: Readonly<Record<string, SourceResult>>): KeptComponents {
  const components: Record<string, SnapshotComponent> = {};
  const problems: CollectorProblem[] = [];
  for (const [name, result] of Object.entries(observed)) {
    const kept = keep(name, result);
    if (kept === undefined) continue;
    if ('code' in kept) problems.push(kept);
    else components[name] = kept;
  }
  return { components, problems };
}

function keep(
  name: string,
  result: SourceResult,
): SnapshotComponent | CollectorProblem | undefined {
  const at = `components.${name}`;
  try {
    if ('error' in result) throw result.error;
    if (!Object.hasOwn(KEPT_SOURCES, name)) return undefined;
    const json = toJson(result.value);
    if (json === undefined) return undefined;
    // INVARIANT: nothing passes that is larger than its bound, so a snapshot is bounded by the number of kept sources.
    if (json.length <= LARGEST_COMPONENT) return { value: JSON.parse(json) };
    const message = `source \`${name}\` gave ${json.length} characters, more than ${LARGEST_COMPONENT}`;
    return { code: 'collector_component_too_large', message, at };
  } catch (error) {
    const message = `source \`${name}\` failed: ${quoteThrown(error)}`;
    return { code: 'collector_source_failed', message, at };
  }
}

/** `undefined` where JSON has no text for a value, which the type of `JSON.stringify` does not say. */
function toJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' && inner.length > LONGEST_STRING ? digest(inner) : inner,
  );
}

/** FingerprintJS's own 128-bit hash: synchronous, and there on pages without https, where the browser's is not. */
const digest = (text: string): string =>
  `digest:${hashComponents({ text: { value: text, duration: 0 } })}`;
