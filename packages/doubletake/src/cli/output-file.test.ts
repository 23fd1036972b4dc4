import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryIo } from './memory-io.ts';
import { openOutput } from './output-file.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterEach(async () => rm(cwd, { recursive: true }));

describe('output file', () => {
  it('a file is as it was before until it is whole', async () => {
    const target = path.join(cwd, 'out.ndjson');
    await writeFile(target, 'before\n');
    const out = await openOutput('out.ndjson', memoryIo({ cwd }));
    await out.write('after\n');
    expect(await readFile(target, 'utf8')).toBe('before\n');
    await out.finish();
    expect(await readFile(target, 'utf8')).toBe('after\n');
    expect(await readdir(cwd)).toEqual(['out.ndjson']);
  });

  it('a file for few is readable by its owner alone, whoever might read the one before', async () => {
    const target = path.join(cwd, 'out.json');
    await writeFile(target, 'before', { mode: 0o644 });
    const out = await openOutput('out.json', memoryIo({ cwd }), 0o600);
    await out.write('after');
    await out.finish();
    expect((await stat(target)).mode & 0o777).toBe(0o600);
  });

  it('what is discarded leaves no trace', async () => {
    const out = await openOutput('out.ndjson', memoryIo({ cwd }));
    await out.write('half\n');
    await out.discard();
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each(['out.ndjson', 'out.ndjson.gz'])('%s holds everything that was written', async (name) => {
    const out = await openOutput(name, memoryIo({ cwd }));
    const line = `${'x'.repeat(1000)}\n`;
    for (let i = 0; i < 500; i += 1) await out.write(line);
    await out.finish();
    const stored = await readFile(path.join(cwd, name));
    expect((name.endsWith('.gz') ? gunzipSync(stored) : stored).toString()).toBe(line.repeat(500));
  });

  it.each([undefined, '-'])('the name %s is standard output', async (name) => {
    const io = memoryIo({ cwd });
    const out = await openOutput(name, io);
    await out.write('line\n');
    await out.finish();
    expect(io.out()).toBe('line\n');
  });

  it('a folder that is not there is refused before any work', async () => {
    await expect(openOutput('nowhere/out.ndjson', memoryIo({ cwd }))).rejects.toThrow(
      /no such file or folder/,
    );
  });
});
