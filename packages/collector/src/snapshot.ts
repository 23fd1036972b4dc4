/** One component, as the FingerprintJS agent returns it, without the time it took. */
export interface SnapshotComponent {
  readonly value: unknown;
}

/**
 * What one browser shows of its device: the `device` field of an `account.observed` event, as it stands. Plain JSON.
 * A field that could not be observed is absent.
 */
export interface Snapshot {
  /** The FingerprintJS visitor id, 32 hexadecimal digits. Like phones share one. */
  readonly visitorId?: string;
  /** The FingerprintJS version that made the visitor id; ids compare within one minor version only. */
  readonly version?: string;
  /** How sure the agent is of the visitor id, 0 to 1: 0.3 on an iPhone, 0.7 on a desktop Linux. */
  readonly confidence?: { readonly score: number };
  /** Our own random id of this browser profile, 32 hexadecimal digits. */
  readonly installationId?: string;
  /** What the kept sources saw, by source. */
  readonly components?: Readonly<Record<string, SnapshotComponent>>;
}
