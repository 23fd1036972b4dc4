const COUNT = new Intl.NumberFormat('en-GB');

/** A count with its thousands apart: `12,500`. */
export function shownCount(count: number): string {
  return COUNT.format(count);
}

/** One and many: `1 case`, `2 cases`. */
export function shownCounted(count: number, one: string, many: string = `${one}s`): string {
  return `${shownCount(count)} ${count === 1 ? one : many}`;
}
