/**
 * JSON that this package wrote, typed as what it wrote. The one place where the type is believed: sealed values open
 * only unchanged, and nobody else writes these columns.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- naming the type is what this is for
export function asWritten<Written>(json: unknown): Written;
export function asWritten(json: unknown): unknown {
  return json;
}
