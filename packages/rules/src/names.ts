/** How a kind of name is written: the pattern is also in the JSON Schema, the words are for messages. */
export interface NameShape {
  readonly pattern: string;
  readonly words: string;
}

/** Rules, packs and programmes: `same-card`. */
export const KEBAB_NAME: NameShape = {
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  words: 'small letters, digits and single hyphens',
};

/** Facts: `order.completedAt`. */
export const FACT_ID: NameShape = {
  pattern: '^[a-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*$',
  words: 'letters and digits, parts joined by dots, starting with a small letter',
};

/** Reasons: `SHARED_DEVICE`. */
export const REASON_CODE: NameShape = {
  pattern: '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$',
  words: 'capitals, digits and single underscores',
};
