import { fc, test } from '@fast-check/vitest';
import { decodeQR } from 'qr/decode.js';
import { expect } from 'vitest';
import { totpUri } from '../access/second-factor.ts';
import { qrPicture } from './qr-picture.ts';

const SCALE = 4;

/** What a camera sees that is held before the picture: grey pixels, RGBA. */
function seen(text: string): { width: number; height: number; data: Uint8Array } {
  const { side, path } = qrPicture(text);
  const width = side * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let down = 0; down < SCALE; down += 1) {
      const from = ((Number(y) * SCALE + down) * width + Number(x) * SCALE) * 4;
      for (let pixel = 0; pixel < SCALE; pixel += 1)
        data.fill(0, from + pixel * 4, from + pixel * 4 + 3);
    }
  return { width, height: width, data };
}

test.prop([fc.string({ minLength: 1, maxLength: 60 })], { numRuns: 20 })(
  'a camera reads the key of whoever signs in from the picture',
  (name) => {
    const uri = totpUri('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', name);
    expect(decodeQR(seen(uri))).toBe(uri);
  },
);
