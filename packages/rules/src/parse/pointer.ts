/** One step of a JSON Pointer, escaped as RFC 6901 asks: `a/b` → `/a~1b`. */
export const pointerStep = (step: string | number): string =>
  `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
