import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from './errors.ts';
import { unreadable } from './file-errors.ts';
import type { Io } from './io.ts';

/** The content of a JSON file; `-` is standard input. Throws `CommandError` when it cannot be read or is no JSON. */
export async function readJsonFile(name: string, io: Pick<Io, 'stdin' | 'cwd'>): Promise<unknown> {
  const text = await readTextFile(name, io);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // the engine's own message quotes the text, and the text may be personal
    const message = `${name === '-' ? 'standard input' : `\`${name}\``} is not JSON`;
    throw new CommandError({
      code: 'file_not_json',
      message,
      hint: 'check it with a JSON formatter',
    });
  }
}

/** The text of a file; `-` is standard input. Throws `CommandError` when it cannot be read. */
export function readTextFile(name: string, io: Pick<Io, 'stdin' | 'cwd'>): Promise<string> {
  return readText(name, io).catch((error: unknown) => {
    throw unreadable(name, error);
  });
}

async function readText(name: string, { stdin, cwd }: Pick<Io, 'stdin' | 'cwd'>): Promise<string> {
  if (name !== '-') return readFile(path.resolve(cwd, name), 'utf8');
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
