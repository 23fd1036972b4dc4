import type { Io } from './io.ts';
import { printableJson } from './printable.ts';

/** Something for the error output, in both its forms. */
export interface Saying {
  /** As a person reads it, its line feed included. */
  readonly text: string;
  /** As a script does: an object of one key that says what it is. */
  readonly json: Readonly<
    Partial<Record<'error' | 'problem' | 'warning' | 'progress' | 'more', unknown>>
  >;
}

/** Says something on the error output: one line of JSON where the answer is JSON. One that is closed has nobody left to tell. */
export async function say(
  { stderr, asJson = false }: Pick<Io, 'stderr' | 'asJson'>,
  { text, json }: Saying,
): Promise<void> {
  await stderr.write(asJson ? `${printableJson(json)}\n` : text).catch(() => {});
}
