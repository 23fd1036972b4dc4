import { encodeQR } from 'qr';

/** A QR code with its margin, as the path of a drawing `side` by `side` in which a module is 1 by 1. */
export interface QrPicture {
  readonly side: number;
  readonly path: string;
}

/** The picture of a text of at most 2,953 bytes, as small as its length allows. */
export function qrPicture(text: string): QrPicture {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { side: rows.length, path };
}
