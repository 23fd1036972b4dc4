/** Every problem this package can report. A closed list: README and types are held equal by a test. */
export const CONSOLE_ERROR_CODES = [
  'console_origin_invalid',
  'console_origin_insecure',
  'console_secret_weak',
  'console_address_unavailable',
] as const;

export type ConsoleErrorCode = (typeof CONSOLE_ERROR_CODES)[number];

/** A console that cannot start as it was asked to. */
export class ConsoleError extends Error {
  override readonly name = 'ConsoleError';
  readonly code: ConsoleErrorCode;

  constructor(code: ConsoleErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
