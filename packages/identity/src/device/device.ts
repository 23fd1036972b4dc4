/** Family of the device; comparisons of components are made within one family. */
export type Platform = 'iphone' | 'android' | 'windows' | 'mac' | 'linux' | 'other';

/** What a browser showed of its device, as the FingerprintJS agent returns it. Every field may be missing. */
export interface DeviceRaw {
  readonly visitorId?: string;
  /** Agent version that made the visitor id. */
  readonly version?: string;
  /** The agent's trust in the visitor id, 0 to 1. */
  readonly confidence?: { readonly score: number } | number;
  /** First-party random id kept in the browser profile. */
  readonly installationId?: string;
  /** Components by source name; one that failed has no `value`. */
  readonly components?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** A component that tells devices of one platform apart. */
export type PartName = 'gpu' | 'cores' | 'memory' | 'touch' | 'screen' | 'fonts' | 'plugins';

/** The parts that could be observed, each in one spelling. */
export type DeviceParts = Readonly<Partial<Record<PartName, string>>>;

/** A device in canonical form. */
export interface Device {
  /** `iphone` stands for every iPhone, iPad and iPod. */
  readonly platform: Platform;
  readonly installationId: string | undefined;
  /** `major.minor:visitorId`: ids of other agent versions are other ids. `-` where no version was given. */
  readonly visitorKey: string | undefined;
  readonly visitorId: string | undefined;
  /** Agent version, `major.minor`. */
  readonly version: string | undefined;
  readonly confidence: number | undefined;
  /** Platform and hardware in one text; absent on iPhones, which all look alike, and where too little was observed. */
  readonly hardwareKey: string | undefined;
  readonly parts: DeviceParts;
}
