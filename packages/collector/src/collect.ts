import { askAgent } from './ask-agent.ts';
import { browserStores } from './browser-stores.ts';
import type { CollectorProblem } from './errors.ts';
import { installationId } from './installation-id.ts';
import { keepComponents } from './keep-components.ts';
import type { Snapshot } from './snapshot.ts';

/** How to collect. */
export interface CollectOptions {
  /** How long to wait for the fingerprint, in milliseconds. @defaultValue 5000 */
  readonly timeoutMs?: number;
  /** Called once for each part of the snapshot that is missing and should not be. @defaultValue nobody is told */
  readonly onProblem?: (problem: CollectorProblem) => void;
}

/**
 * Observes this device once and returns what it saw, ready to be the `device` of an `account.observed` event. Sends
 * nothing anywhere. Never rejects: what cannot be observed is absent, and `onProblem` hears why. Where there is no
 * browser the snapshot is empty.
 */
export async function collectSnapshot(options: CollectOptions = {}): Promise<Snapshot> {
  const { timeoutMs = 5000, onProblem = () => undefined } = options;
  const id = installationId(browserStores);
  if (id === undefined) onProblem(NOTHING_KEEPS_THE_ID);
  const own: Snapshot = id === undefined ? {} : { installationId: id };

  const answer = await askAgent(timeoutMs);
  if (!answer.ok) {
    onProblem(answer.problem);
    return own;
  }
  const { visitorId, version, confidence } = answer.result;
  const { components, problems } = keepComponents(answer.result.components);
  problems.forEach(onProblem);
  // Not the whole of `confidence`: its comment is an advertisement.
  return { visitorId, version, confidence: { score: confidence.score }, ...own, components };
}

const NOTHING_KEEPS_THE_ID: CollectorProblem = {
  code: 'collector_installation_id_unavailable',
  message: 'neither local storage nor cookies keep a value on this page',
  at: 'installationId',
};
