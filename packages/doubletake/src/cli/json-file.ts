import { isUtf8 } from 'node:buffer';
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
    throw new CommandError({
      code: 'file_not_json',
      at: { file: name },
      message: `${called(name)} is not JSON`,
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

async function readText(name: string, io: Pick<Io, 'stdin' | 'cwd'>): Promise<string> {
  const bytes = await readBytes(name, io);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new CommandError({
    code: 'file_not_utf8',
    at: { file: name },
    message: `${called(name)} is not UTF-8`,
    hint: 'write it in that encoding',
  });
}

async function readBytes(name: string, { stdin, cwd }: Pick<Io, 'stdin' | 'cwd'>): Promise<Buffer> {
  if (name !== '-') return readFile(path.resolve(cwd, name));
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const called = (name: string): string => (name === '-' ? 'standard input' : `\`${name}\``);
