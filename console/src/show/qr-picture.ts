import { qrCode } from '../qr/qr-code.ts';

/** A QR code as the path of a drawing in which a module is 1 by 1; undefined when the text is too long for one. */
export function qrPicture(text: string): string | undefined {
  const rows = qrCode(text);
  return rows
    ?.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
}
