/** How many parts the keys are spread over. One command may name keys of one part together, wherever it lives. */
export const SLICES = 128;

export const ALL_SLICES: readonly number[] = Array.from({ length: SLICES }, (_, slice) => slice);

const SLOTS = 16_384;

/**
 * A hash tag for each slice, such that slice n lies in the n-th of 128 equal ranges of a cluster's slots: nodes with
 * equal shares of the slots get equal shares of the graph.
 */
export const SLICE_TAGS: readonly string[] = tagsInOrder();

/** The slice a hash tag names. */
export function sliceOfTag(tag: string): number {
  return Math.floor((slotOf(tag) * SLICES) / SLOTS);
}

/** A cluster's slot of a hash tag: CRC-16/XMODEM modulo 16384. Source: Redis Cluster specification, "Key distribution model". */
export function slotOf(tag: string): number {
  let crc = 0;
  for (const byte of Buffer.from(tag)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc % SLOTS;
}

function tagsInOrder(): string[] {
  const tags = new Map<number, string>();
  for (let candidate = 0; tags.size < SLICES; candidate += 1) {
    const tag = candidate.toString(36);
    const slice = sliceOfTag(tag);
    if (!tags.has(slice)) tags.set(slice, tag);
  }
  return Array.from({ length: SLICES }, (_, slice) => tags.get(slice) ?? '');
}
