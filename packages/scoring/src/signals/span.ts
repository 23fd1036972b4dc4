/** Time between two spans in milliseconds; 0 when they overlap. */
export function gap(
  left: { readonly firstAt: number; readonly lastAt: number },
  right: { readonly firstAt: number; readonly lastAt: number },
): number {
  return Math.max(0, left.firstAt - right.lastAt, right.firstAt - left.lastAt);
}
