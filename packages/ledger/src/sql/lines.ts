/**
 * A column of JSON or base64 texts as lines, an empty one for none: such texts hold no line break, and this way no quote
 * in them is escaped on the way.
 */
export function lines(texts: readonly (string | null | undefined)[]): string {
  return texts.map((text) => text ?? '').join('\n');
}
