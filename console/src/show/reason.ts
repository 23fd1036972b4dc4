/** A reason code as words: `SHARED_DEVICE` becomes `shared device`. */
export function reasonWords(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
