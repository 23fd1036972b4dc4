import type { ErrorStatus } from './error-texts.ts';

/** Ends a request with one of the error pages, from where no answer can be returned. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: ErrorStatus;

  constructor(status: ErrorStatus, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
