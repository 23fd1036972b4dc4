/** How the keys of one kind begin in one slice: as text, and as it is sent. */
export interface KeyStem {
  readonly slice: number;
  readonly text: string;
  readonly bytes: Buffer;
}

export const keyStem = (slice: number, text: string): KeyStem => ({
  slice,
  text,
  bytes: Buffer.from(text),
});

/** The key of a bucket, in two parts: it is put together only where it is wanted as text. */
export class BucketKey {
  readonly stem: KeyStem;
  /** What it ends in; nothing where the beginning is all of it. */
  readonly bucket: number | undefined;

  constructor(stem: KeyStem, bucket?: number) {
    this.stem = stem;
    this.bucket = bucket;
  }

  get slice(): number {
    return this.stem.slice;
  }

  get key(): string {
    return `${this.stem.text}${this.bucket ?? ''}`;
  }
}
